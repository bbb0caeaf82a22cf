package scrapbook

import (
	"scrapbookreader/jsontext"
	"scrapbookreader/protocol"
)

// Run is what papermill says of a notebook's execution (9.2). Nil and empty pointers are absent.
type Run struct {
	// Status is completed, failed, partial or none.
	Status     string
	Exception  *jsontext.Value
	FailedCell *FailedCell
	StartTime  *jsontext.Value
	EndTime    *jsontext.Value
	Duration   *jsontext.Value
	// Parameters is nil where there are none: an empty object.
	Parameters *jsontext.Value
	Version    *jsontext.Value
	InputPath  *jsontext.Value
	OutputPath *jsontext.Value
}

// FailedCell is the cell that made a run fail (9.4).
type FailedCell struct {
	Index         int
	Ename, Evalue *jsontext.Value
}

// Parameters are papermill's; nil where there are none (9.1).
func (n *Notebook) Parameters() *jsontext.Value {
	if parameters := n.papermill().Get("parameters"); parameters.IsObject() {
		return parameters
	}
	return nil
}

// Run tells how the notebook was run.
func (n *Notebook) Run() Run {
	papermill := n.papermill()
	// The generated type of the schema; a member of another type counts as absent.
	said := protocol.NotebookRunMetadata{
		StartTime:  ofKind(papermill.Get("start_time"), jsontext.String),
		EndTime:    ofKind(papermill.Get("end_time"), jsontext.String),
		Duration:   ofKind(papermill.Get("duration"), jsontext.Number),
		Exception:  ofKind(papermill.Get("exception"), jsontext.Bool),
		Version:    ofKind(papermill.Get("version"), jsontext.String),
		InputPath:  ofKind(papermill.Get("input_path"), jsontext.String),
		OutputPath: ofKind(papermill.Get("output_path"), jsontext.String),
	}
	run := Run{
		Exception:  said.Exception.(*jsontext.Value),
		StartTime:  said.StartTime.(*jsontext.Value),
		EndTime:    said.EndTime.(*jsontext.Value),
		Duration:   said.Duration.(*jsontext.Value),
		Version:    said.Version.(*jsontext.Value),
		InputPath:  said.InputPath.(*jsontext.Value),
		OutputPath: said.OutputPath.(*jsontext.Value),
		Parameters: n.Parameters(),
	}
	run.Status = n.status(run)
	if run.Status == "failed" {
		run.FailedCell = n.failedCell()
	}
	return run
}

// status is the first row of 9.3 that holds.
func (n *Notebook) status(run Run) string {
	failed, quiet, notRun := false, false, false
	for _, cell := range n.cells {
		papermill := cellPapermill(cell)
		if hasFailed(papermill) {
			if isQuietExit(cell) {
				quiet = true
			} else {
				failed = true
			}
		}
		notRun = notRun || wasNotRun(cell, papermill)
	}
	switch {
	case n.papermill() == nil:
		return "none"
	case failed:
		return "failed"
	case quiet:
		return "completed"
	case run.Exception.IsTrue():
		return "failed"
	case run.StartTime == nil && run.EndTime == nil:
		return "none"
	case run.EndTime == nil, notRun:
		return "partial"
	default:
		return "completed"
	}
}

func (n *Notebook) failedCell() *FailedCell {
	for i, cell := range n.cells {
		if !hasFailed(cellPapermill(cell)) || isQuietExit(cell) {
			continue
		}
		failed := &FailedCell{Index: i}
		for _, output := range errorsOf(cell) {
			if !isQuiet(output) {
				failed.Ename = ofKind(output.Get("ename"), jsontext.String)
				failed.Evalue = ofKind(output.Get("evalue"), jsontext.String)
				break
			}
		}
		return failed
	}
	return nil
}

// papermill is the notebook's metadata of papermill, if it is an object.
func (n *Notebook) papermill() *jsontext.Value {
	return ofKind(n.Metadata().Get("papermill"), jsontext.Object)
}

func cellPapermill(cell *jsontext.Value) *jsontext.Value {
	return ofKind(cell.Get("metadata").Get("papermill"), jsontext.Object)
}

func hasFailed(papermill *jsontext.Value) bool {
	return papermill.Get("exception").IsTrue() || isText(papermill.Get("status"), "failed")
}

func wasNotRun(cell, papermill *jsontext.Value) bool {
	status := papermill.Get("status")
	if isText(status, "pending") || isText(status, "running") {
		return true
	}
	return isText(status, "completed") &&
		isText(cell.Get("cell_type"), "code") &&
		!papermill.Get("start_time").IsString() &&
		!cell.Get("execution_count").IsTruthy()
}

// isQuietExit tells whether every error of a cell is sys.exit(0), which papermill takes for success.
func isQuietExit(cell *jsontext.Value) bool {
	outputs := errorsOf(cell)
	for _, output := range outputs {
		if !isQuiet(output) {
			return false
		}
	}
	return len(outputs) > 0
}

func isQuiet(output *jsontext.Value) bool {
	evalue := output.Get("evalue")
	return isText(output.Get("ename"), "SystemExit") && (isText(evalue, "") || isText(evalue, "0"))
}

func errorsOf(cell *jsontext.Value) []*jsontext.Value {
	outputs := ofKind(cell.Get("outputs"), jsontext.Array)
	if outputs == nil {
		return nil
	}
	var found []*jsontext.Value
	for _, output := range outputs.Items {
		if isText(output.Get("output_type"), "error") {
			found = append(found, output)
		}
	}
	return found
}

// ExecutionCounts has one value for each cell; nil where a cell has none (9.5).
func (n *Notebook) ExecutionCounts() []*jsontext.Value {
	counts := make([]*jsontext.Value, len(n.cells))
	for i, cell := range n.cells {
		counts[i] = cell.Get("execution_count")
	}
	return counts
}

// Timing is how long a cell took.
type Timing struct {
	// IsAbsent where the cell was not executed.
	IsAbsent bool
	// Duration as papermill wrote it; nil is 0.0.
	Duration *jsontext.Value
}

// CellTiming has one value for each cell (9.5).
func (n *Notebook) CellTiming() []Timing {
	timing := make([]Timing, len(n.cells))
	for i, cell := range n.cells {
		if cell.Get("execution_count").IsTruthy() {
			timing[i].Duration = cellPapermill(cell).Get("duration")
		} else {
			timing[i].IsAbsent = true
		}
	}
	return timing
}

// papermillProblems are those of 9: members that are there, of a type that they may not have.
func (n *Notebook) papermillProblems() []*Error {
	var problems []*Error
	check := func(value *jsontext.Value, path string) {
		if value != nil && !value.IsObject() {
			problems = append(problems, newError("notebook-member-type", path, "it is no object"))
		}
	}
	check(n.Metadata().Get("papermill"), "/metadata/papermill")
	if parameters := n.papermill().Get("parameters"); parameters != nil && parameters.Kind != jsontext.Null {
		check(parameters, "/metadata/papermill/parameters")
	}
	for i, cell := range n.cells {
		check(cell.Get("metadata").Get("papermill"), pointer("/cells", i, "metadata", "papermill"))
	}
	return problems
}

func ofKind(value *jsontext.Value, kind jsontext.Kind) *jsontext.Value {
	if value == nil || value.Kind != kind {
		return nil
	}
	return value
}

func isText(value *jsontext.Value, text string) bool {
	return value.IsString() && value.Text() == text
}
