package scrapbook

import (
	"math"
	"strconv"
	"strings"

	"scrapbookreader/jsontext"
)

// FloatText is Python's text of a double (10.2).
func FloatText(value float64) string {
	switch {
	case math.IsNaN(value):
		return "nan"
	case math.IsInf(value, 1):
		return "inf"
	case math.IsInf(value, -1):
		return "-inf"
	}
	mantissa, exponentText, _ := strings.Cut(strconv.FormatFloat(value, 'e', -1, 64), "e")
	if exponent, _ := strconv.Atoi(exponentText); exponent < -4 || exponent >= 16 {
		// Go writes a sign and at least two digits of the exponent, as Python does.
		return mantissa + "e" + exponentText
	}
	text := strconv.FormatFloat(value, 'f', -1, 64)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}

// scalarText is the text of a string, a number or a boolean (10.5); null and containers have their source.
func scalarText(value *jsontext.Value) string {
	switch {
	case value.Kind == jsontext.String:
		return value.Text()
	case value.Kind == jsontext.Bool && value.IsTrue():
		return "True"
	case value.Kind == jsontext.Bool:
		return "False"
	case value.IsInteger():
		return IntegerText(value)
	case value.Kind == jsontext.Number:
		return FloatText(value.Float())
	default:
		return value.Source()
	}
}

// IntegerText is an integer's digits; -0 is 0.
func IntegerText(value *jsontext.Value) string {
	if text := value.Source(); text != "-0" {
		return text
	}
	return "0"
}
