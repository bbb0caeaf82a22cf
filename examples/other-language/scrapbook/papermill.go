package scrapbook

import "scrapbookreader/jsontext"

// left is what papermill left in a notebook (9). What is broken in it is absent, and a problem.
type left struct {
	// papermill is the notebook's metadata of papermill, if it is an object.
	papermill *jsontext.Value
	// parameters is nil where there are none.
	parameters *jsontext.Value
	cells      []leftInCell
	problems   []*Error
}

type leftInCell struct {
	executionCount *jsontext.Value
	papermill      *jsontext.Value
}

const papermillPath = "/metadata/papermill"

func readPapermill(metadata *jsontext.Value, cells []*jsontext.Value) left {
	var found left
	// Its parameters lie a level deeper than its other members.
	found.papermill = found.object(found.within(metadata.Get("papermill"), papermillPath, 2), papermillPath)
	if parameters := found.papermill.Get("parameters"); parameters != nil && parameters.Kind != jsontext.Null {
		found.parameters = found.object(parameters, pointer(papermillPath, "parameters"))
	}
	for i, cell := range cells {
		path := pointer("/cells", i, "metadata", "papermill")
		count := found.within(cell.Get("execution_count"), pointer("/cells", i, "execution_count"), 0)
		papermill := found.object(found.within(cell.Get("metadata").Get("papermill"), path, 1), path)
		found.cells = append(found.cells, leftInCell{count, papermill})
	}
	return found
}

// within is a value without the integers of too many digits. Of an object the members are judged by themselves, so
// many levels down.
func (l *left) within(value *jsontext.Value, path string, levels int) *jsontext.Value {
	if value == nil || value.LongestInteger() <= maxIntegerDigits {
		return value
	}
	if levels == 0 || !value.IsObject() {
		l.problems = append(l.problems, newError("json-integer-digits", path, "an integer has too many digits"))
		return nil
	}
	var members []jsontext.Member
	for _, member := range value.Members {
		if kept := l.within(member.Value, pointer(path, member.Key), levels-1); kept != nil {
			members = append(members, jsontext.Member{Key: member.Key, Value: kept})
		}
	}
	return jsontext.NewObject(members)
}

// object is a value if it is an object.
func (l *left) object(value *jsontext.Value, path string) *jsontext.Value {
	if value == nil || value.IsObject() {
		return value
	}
	l.problems = append(l.problems, newError("notebook-member-type", path, "it is no object"))
	return nil
}
