package scrapbook

import (
	"strings"

	"scrapbookreader/jsontext"
)

// Notebook is one notebook that was read.
type Notebook struct {
	// Source is the name that it was read under.
	Source string
	// Nbformat is 4, or 2 or 3 where an older notebook was read leniently, as an empty one.
	Nbformat int
	// NbformatMinor is 0 where the notebook does not say an integer.
	NbformatMinor string

	metadata *jsontext.Value
	cells    []*jsontext.Value
	options  Options
	encoders []Encoder
	found    findings
	left     left
}

// Parse reads a notebook from its file's bytes (12.2, 12.3).
func Parse(data []byte, options Options) (*Notebook, error) {
	encoders, err := encoderList(options.Encoders)
	if err != nil {
		return nil, err
	}
	root, fault := jsontext.Parse(data, jsontext.Limits{MaxDepth: maxDepth})
	if fault != nil {
		return nil, newError(fault.Code, "", fault.Error())
	}
	version, err := formatOf(root)
	if err != nil {
		return nil, err
	}
	notebook := &Notebook{
		Source:        options.Source,
		Nbformat:      version,
		NbformatMinor: "0",
		options:       options,
		encoders:      encoders,
	}
	if minor := root.Get("nbformat_minor"); minor != nil {
		if value := integral(minor); value != nil {
			notebook.NbformatMinor = value.String()
		}
	}
	if version != supportedFormat {
		hint := "only nbformat 4 is read; `jupyter nbconvert --to notebook` converts older ones"
		old := newError("notebook-version-unsupported", "/nbformat", hint)
		if !options.Lenient || version != 2 && version != 3 {
			return nil, old
		}
		notebook.found.problems = []*Error{old}
		return notebook, nil
	}
	if err := checkNotebook(root); err != nil {
		return nil, err
	}
	notebook.metadata = root.Get("metadata")
	notebook.cells = root.Get("cells").Items
	notebook.found = findScraps(notebook.cells, options.MergeReference)
	notebook.left = readPapermill(notebook.metadata, notebook.cells)
	return notebook, nil
}

const supportedFormat = 4

// formatOf does checks 1 to 3 of 12.3. A version that is no int is none that anybody knows: -1.
func formatOf(root *jsontext.Value) (int, error) {
	if !root.IsObject() {
		return 0, newError("notebook-not-object", "", "the root is no object")
	}
	nbformat := root.Get("nbformat")
	if nbformat == nil {
		return 0, newError("notebook-version-missing", "", "there is no nbformat")
	}
	version := integral(nbformat)
	switch {
	case version == nil:
		return 0, newError("notebook-version-invalid", "/nbformat", "it is no integer")
	case !version.IsInt64():
		return -1, nil
	}
	return int(version.Int64()), nil
}

// checkNotebook does the checks of 12.3 from 5 on.
func checkNotebook(root *jsontext.Value) error {
	if err := checkMember(root, "metadata", "", jsontext.Object); err != nil {
		return err
	}
	if err := checkMember(root, "cells", "", jsontext.Array); err != nil {
		return err
	}
	for i, cell := range root.Get("cells").Items {
		path := pointer("/cells", i)
		if !cell.IsObject() {
			return newError("notebook-member-type", path, "the cell is no object")
		}
		if err := checkMember(cell, "metadata", path, jsontext.Object); err != nil {
			return err
		}
	}
	return nil
}

func checkMember(object *jsontext.Value, name, path string, kind jsontext.Kind) error {
	member := object.Get(name)
	if member == nil {
		return newError("notebook-member-missing", path, "there is no "+name)
	}
	if member.Kind != kind {
		return newError("notebook-member-type", pointer(path, name), "it has the wrong JSON type")
	}
	return nil
}

// Filename is the last part of Source (9.6).
func (n *Notebook) Filename() string {
	return n.Source[strings.LastIndexAny(n.Source, `/\`)+1:]
}

// Metadata of the notebook; nil of one of an older format.
func (n *Notebook) Metadata() *jsontext.Value { return n.metadata }

// Scraps in order. With strict reading the first fault of 12.4 is the error, and nothing is served.
func (n *Notebook) Scraps() (*Scraps, error) {
	if !n.options.Lenient && len(n.found.problems) > 0 {
		return nil, n.found.problems[0]
	}
	scraps := &Scraps{byName: make(map[string]*Scrap)}
	for _, found := range n.found.scraps {
		scraps.put(&Scrap{finding: found, notebook: n})
	}
	return scraps, nil
}

// Problems of scraps, then those of papermill's metadata (12.5, 9): of too many the first.
func (n *Notebook) Problems() []*Error {
	problems := append(append([]*Error{}, n.found.problems...), n.left.problems...)
	return problems[:min(len(problems), maxProblems)]
}

// ProblemCount tells how many problems there are, those that are not listed too.
func (n *Notebook) ProblemCount() int { return len(n.found.problems) + len(n.left.problems) }

// Warnings, in the order of the checks.
func (n *Notebook) Warnings() []*Error { return n.found.warnings }
