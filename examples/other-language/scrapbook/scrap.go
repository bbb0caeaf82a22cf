package scrapbook

import (
	"strings"

	"scrapbookreader/jsontext"
)

// Scrap is a named value.
type Scrap struct {
	*finding
	notebook *Notebook
	decoded  bool
	value    any
	err      *Error
}

// Name of the scrap.
func (s *Scrap) Name() string { return s.name }

// Encoder is the payload's, or display.
func (s *Scrap) Encoder() string {
	if s.payload == nil {
		return "display"
	}
	return s.payload.Encoder
}

// HasPayload tells whether there is data, good or not.
func (s *Scrap) HasPayload() bool { return s.payload != nil }

// Data is the value: a string, a *jsontext.Value, what an encoder of the caller gave, or nil without a payload.
// Asking again gives the same again.
func (s *Scrap) Data() (any, *Error) {
	if s.payload != nil && !s.decoded {
		s.value, s.err = decodeData(s.payload, s.notebook.encoders)
		s.decoded = true
	}
	return s.value, s.err
}

// RawData is the payload's data before any encoder.
func (s *Scrap) RawData() (*jsontext.Value, *Error) {
	if err := checkDigits(s.payload); err != nil {
		return nil, err
	}
	return s.payload.data, nil
}

// Source is the exact text of the payload's data in the file.
func (s *Scrap) Source() string { return s.payload.data.Source() }

// Version is the payload's, as an integer's digits.
func (s *Scrap) Version() string { return s.payload.versionText }

// Path is that of the payload, or of the output without one (12.6).
func (s *Scrap) Path() string {
	if s.payload == nil {
		return s.display.path
	}
	return s.payload.path
}

// IsData tells whether it is a data scrap: it has data that is not null (6.4).
func (s *Scrap) IsData() bool {
	if s.payload == nil {
		return false
	}
	value, err := s.Data()
	json, isJSON := value.(*jsontext.Value)
	return err != nil || !isJSON || json.Kind != jsontext.Null
}

// Display is the output that shows the scrap; nil where there is none (5).
func (s *Scrap) Display() *Display {
	if s.display == nil {
		return nil
	}
	return readDisplay(s.display)
}

// Scraps are in order, by name.
type Scraps struct {
	List   []*Scrap
	byName map[string]*Scrap
}

// Get is the scrap of a name, or nil.
func (s *Scraps) Get(name string) *Scrap { return s.byName[name] }

// put adds a scrap, or replaces the one of its name in its place.
func (s *Scraps) put(scrap *Scrap) {
	if old, ok := s.byName[scrap.name]; ok {
		*old = *scrap
		return
	}
	s.byName[scrap.name] = scrap
	s.List = append(s.List, scrap)
}

func isScrapKey(key string) bool {
	return strings.HasPrefix(key, scrapPrefix) || strings.HasPrefix(key, recordPrefix)
}
