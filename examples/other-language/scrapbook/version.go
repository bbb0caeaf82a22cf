package scrapbook

import (
	"math"
	"math/big"

	"scrapbookreader/jsontext"
)

// maxVersionText is how many characters the text of a version may have (15).
const maxVersionText = 4300

// integral is the value of a number without a fraction, judged by its text (3.2); nil for anything else.
func integral(value *jsontext.Value) *big.Int {
	if value.Kind != jsontext.Number {
		return nil
	}
	if value.IsInteger() {
		if len(value.Source()) > maxVersionText {
			return nil
		}
		return value.Integer()
	}
	float := value.Float()
	if math.IsNaN(float) || math.IsInf(float, 0) || float != math.Trunc(float) {
		return nil
	}
	integer, _ := big.NewFloat(float).Int(nil)
	return integer
}
