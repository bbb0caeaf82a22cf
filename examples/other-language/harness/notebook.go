package main

import (
	"scrapbookreader/jsontext"
	"scrapbookreader/scrapbook"
)

func tagNotebook(notebook *scrapbook.Notebook) object {
	counts := []any{}
	for _, count := range notebook.ExecutionCounts() {
		counts = append(counts, tagJSON(count))
	}
	timing := []any{}
	for _, one := range notebook.CellTiming() {
		timing = append(timing, tagTiming(one))
	}
	return object{
		"nbformat":        4,
		"nbformatMinor":   object{"$number": notebook.NbformatMinor},
		"metadata":        tagJSON(notebook.Metadata()),
		"parameters":      tagObject(notebook.Parameters()),
		"run":             tagRun(notebook.Run()),
		"cellTiming":      timing,
		"executionCounts": counts,
	}
}

func tagRun(run scrapbook.Run) object {
	tagged := object{"status": run.Status, "parameters": tagObject(run.Parameters)}
	add := func(name string, value *jsontext.Value) {
		if value != nil {
			tagged[name] = tagJSON(value)
		}
	}
	add("exception", run.Exception)
	add("startTime", run.StartTime)
	add("endTime", run.EndTime)
	add("duration", run.Duration)
	add("version", run.Version)
	add("inputPath", run.InputPath)
	add("outputPath", run.OutputPath)
	if failed := run.FailedCell; failed != nil {
		cell := object{"index": failed.Index}
		if failed.Ename != nil {
			cell["ename"] = tagJSON(failed.Ename)
		}
		if failed.Evalue != nil {
			cell["evalue"] = tagJSON(failed.Evalue)
		}
		tagged["failedCell"] = cell
	}
	return tagged
}
