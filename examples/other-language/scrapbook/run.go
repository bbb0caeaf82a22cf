package scrapbook

import (
	"strings"

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
	// SlowestCell is nil where no cell was timed.
	SlowestCell *SlowestCell
	// Parameters is nil where there are none: an empty object.
	Parameters *jsontext.Value
	Version    *jsontext.Value
	InputPath  *jsontext.Value
	OutputPath *jsontext.Value
}

// FailedCell is the cell that made a run fail (9.4).
type FailedCell struct {
	Index          int
	Ename, Evalue  *jsontext.Value
	ExecutionCount *jsontext.Value
	// Source is the cell's code; nil where it is no text.
	Source *string
	// Traceback is what the kernel wrote, line by line.
	Traceback []string
}

// SlowestCell is the cell that took longest (9.2).
type SlowestCell struct {
	Index int
	// Duration in seconds.
	Duration *jsontext.Value
}

// Parameters are papermill's; nil where there are none (9.1).
func (n *Notebook) Parameters() *jsontext.Value { return n.left.parameters }

// Run tells how the notebook was run.
func (n *Notebook) Run() Run {
	papermill := n.left.papermill
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
	run.SlowestCell = n.slowestCell()
	run.Status = n.status(run)
	if run.Status == "failed" {
		run.FailedCell = n.failedCell()
	}
	return run
}

// status is the first row of 9.3 that holds.
func (n *Notebook) status(run Run) string {
	failed, quiet, notRun := false, false, false
	for i, cell := range n.cells {
		if hasFailed(n.left.cells[i].papermill) {
			if isQuietExit(cell) {
				quiet = true
			} else {
				failed = true
			}
		}
		notRun = notRun || wasNotRun(cell, n.left.cells[i])
	}
	switch {
	case n.left.papermill == nil:
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
		left := n.left.cells[i]
		if !hasFailed(left.papermill) || isQuietExit(cell) {
			continue
		}
		failed := &FailedCell{Index: i, ExecutionCount: left.executionCount}
		if lines, ok := linesOf(cell.Get("source")); ok {
			source := strings.Join(lines, "")
			failed.Source = &source
		}
		for _, output := range errorsOf(cell) {
			if !isQuiet(output) {
				failed.Ename = ofKind(output.Get("ename"), jsontext.String)
				failed.Evalue = ofKind(output.Get("evalue"), jsontext.String)
				failed.Traceback, _ = linesOf(output.Get("traceback"))
				break
			}
		}
		return failed
	}
	return nil
}

// slowestCell is the first of those that took longest.
func (n *Notebook) slowestCell() *SlowestCell {
	var slowest *SlowestCell
	longest := 0.0
	for i, timing := range n.CellTiming() {
		if duration := ofKind(timing.Duration, jsontext.Number); duration != nil && duration.Float() > longest {
			slowest, longest = &SlowestCell{i, duration}, duration.Float()
		}
	}
	return slowest
}

// linesOf are the strings of an array, or the one string; false for anything else.
func linesOf(value *jsontext.Value) ([]string, bool) {
	switch {
	case value.IsString():
		return []string{value.Text()}, true
	case ofKind(value, jsontext.Array) == nil:
		return nil, false
	}
	var lines []string
	for _, item := range value.Items {
		if item.IsString() {
			lines = append(lines, item.Text())
		}
	}
	return lines, true
}

func hasFailed(papermill *jsontext.Value) bool {
	return papermill.Get("exception").IsTrue() || isText(papermill.Get("status"), "failed")
}

func wasNotRun(cell *jsontext.Value, left leftInCell) bool {
	papermill := left.papermill
	status := papermill.Get("status")
	if isText(status, "pending") || isText(status, "running") {
		return true
	}
	return isText(status, "completed") &&
		isText(cell.Get("cell_type"), "code") &&
		!papermill.Get("start_time").IsString() &&
		!left.executionCount.IsTruthy()
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
	for i, cell := range n.left.cells {
		counts[i] = cell.executionCount
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
	for i, cell := range n.left.cells {
		if cell.executionCount.IsTruthy() {
			timing[i].Duration = cell.papermill.Get("duration")
		} else {
			timing[i].IsAbsent = true
		}
	}
	return timing
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
