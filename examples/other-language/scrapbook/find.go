package scrapbook

import (
	"slices"
	"strings"

	"scrapbookreader/jsontext"
)

// finding is what the notebook has under one name.
type finding struct {
	name    string
	payload *payload
	display *shown
	// bad marks a name whose last payload failed a check: it has a place, and nothing is served for it.
	bad bool
}

// shown is an output that displays a scrap.
type shown struct {
	output *jsontext.Value
	path   string
	isCode bool
	// prefix is myst-nb's, to be taken from the keys of the bundle.
	prefix string
}

// findings are a notebook's scraps, and what is wrong with them.
type findings struct {
	scraps   []*finding
	problems []*Error
	warnings []*Error
}

// finder walks the cells and merges what it finds: the algorithm of 6.2.
type finder struct {
	findings
	places    map[string]*finding
	reference bool
}

func findScraps(cells []*jsontext.Value, reference bool) findings {
	f := finder{places: make(map[string]*finding), reference: reference}
	for i, cell := range cells {
		f.findInCell(cell, pointer("/cells", i))
	}
	f.scraps = slices.DeleteFunc(f.scraps, func(one *finding) bool { return one.bad })
	return f.findings
}

func (f *finder) findInCell(cell *jsontext.Value, path string) {
	outputs := cell.Get("outputs")
	if outputs == nil || outputs.IsObject() && len(outputs.Members) == 0 {
		return
	}
	if outputs.Kind != jsontext.Array {
		f.problem("notebook-member-type", pointer(path, "outputs"), "outputs is no array")
		return
	}
	cellType := cell.Get("cell_type")
	isCode := cellType.IsString() && cellType.Text() == "code"
	var before []string
	for j, output := range outputs.Items {
		here := &shown{output: output, path: pointer(path, "outputs", j), isCode: isCode}
		before = f.findInOutput(here, before)
	}
}

// findInOutput takes the names that had data in the output before, and gives those that have data in this one.
func (f *finder) findInOutput(here *shown, before []string) []string {
	if !f.checkOutput(here) {
		return nil
	}
	var data []*finding
	name, displays := "", false
	metadata := here.output.Get("metadata")
	scrapbook := metadata.Get("scrapbook")
	if prefix := scrapbook.Get("mime_prefix"); prefix.IsString() {
		here.prefix = prefix.Text()
		path := pointer(here.path, "metadata", "scrapbook", "name")
		name, displays = f.displayName(scrapbook.Get("name"), path)
	} else {
		data = f.findData(here)
		if papermill := metadata.Get("papermill"); papermill != nil {
			path := pointer(here.path, "metadata", "papermill", "name")
			name, displays = f.displayName(papermill.Get("name"), path)
		} else if scrapbook.Get("display").IsTruthy() {
			path := pointer(here.path, "metadata", "scrapbook", "name")
			name, displays = f.displayName(scrapbook.Get("name"), path)
		}
	}
	f.merge(here, data, name, displays, before)
	names := make([]string, len(data))
	for i, one := range data {
		names[i] = one.name
	}
	return names
}

// merge puts what one output bears into the scraps.
func (f *finder) merge(here *shown, data []*finding, name string, displays bool, before []string) {
	for _, one := range data {
		if displays && one.name == name {
			if !one.bad {
				one.display = here // rule (a)
			}
			displays = false
		}
		f.put(one)
	}
	if !displays {
		return
	}
	if !f.reference && len(data) == 0 && slices.Contains(before, name) {
		f.places[name].display = here // rule (b); of a bad one nothing is served anyway
		return
	}
	f.put(&finding{name: name, display: here}) // rule (c)
}

// put replaces the scrap of that name whole, and keeps its place.
func (f *finder) put(one *finding) {
	if place, ok := f.places[one.name]; ok {
		*place = *one
		return
	}
	f.places[one.name] = one
	f.scraps = append(f.scraps, one)
}

// findData reads the payloads and records of a bundle. Of one name the last counts, at the first one's place.
func (f *finder) findData(here *shown) []*finding {
	bundle := here.output.Get("data")
	if bundle == nil {
		return nil
	}
	var data []*finding
	places := make(map[string]int)
	for _, member := range bundle.Members {
		path := pointer(here.path, "data", member.Key)
		var found checked
		switch {
		case strings.HasPrefix(member.Key, recordPrefix):
			found = checkRecord(member.Key, member.Value, path)
		case strings.HasPrefix(member.Key, scrapPrefix):
			found = checkPayload(member.Value, path)
		default:
			continue
		}
		if found.warning != nil {
			f.warnings = append(f.warnings, found.warning)
		}
		var one *finding
		switch {
		case found.payload != nil:
			one = &finding{name: found.payload.Name, payload: found.payload}
		case found.problem != nil:
			f.problems = append(f.problems, found.problem)
			if !found.hasName {
				continue
			}
			one = &finding{name: found.name, bad: true}
		default:
			continue
		}
		if at, ok := places[one.name]; ok {
			data[at] = one
		} else {
			places[one.name] = len(data)
			data = append(data, one)
		}
	}
	return data
}

// checkOutput does checks 2 to 6 of 12.4.
func (f *finder) checkOutput(here *shown) bool {
	isWrong := func(value *jsontext.Value, steps ...any) bool {
		if value == nil || value.IsObject() {
			return false
		}
		f.problem("notebook-member-type", pointer(here.path, steps...), "it is no object")
		return true
	}
	output := here.output
	metadata := output.Get("metadata")
	return !isWrong(output) &&
		!isWrong(output.Get("data"), "data") &&
		!isWrong(metadata, "metadata") &&
		!isWrong(metadata.Get("scrapbook"), "metadata", "scrapbook") &&
		!isWrong(metadata.Get("papermill"), "metadata", "papermill")
}

// displayName is the name that metadata gives a display, if it is true and a string.
func (f *finder) displayName(name *jsontext.Value, path string) (string, bool) {
	if !name.IsTruthy() {
		return "", false
	}
	if !name.IsString() {
		f.problem("notebook-name-not-string", path, "the name is no string")
		return "", false
	}
	return name.Text(), true
}

func (f *finder) problem(code, path, message string) {
	f.problems = append(f.problems, newError(code, path, message))
}
