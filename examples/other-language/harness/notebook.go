package main

import (
	"strconv"

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
		"nbformat":        notebook.Nbformat,
		"nbformatMinor":   object{"$number": notebook.NbformatMinor},
		"metadata":        tagObject(notebook.Metadata()),
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
		if failed.ExecutionCount != nil {
			cell["executionCount"] = tagJSON(failed.ExecutionCount)
		}
		if failed.Source != nil {
			cell["source"] = tagText(*failed.Source)
		}
		traceback := make([]any, len(failed.Traceback))
		for at, line := range failed.Traceback {
			traceback[at] = tagText(line)
		}
		cell["traceback"] = traceback
		tagged["failedCell"] = cell
	}
	if slowest := run.SlowestCell; slowest != nil {
		duration := []any{"duration", tagJSON(slowest.Duration)}
		index := []any{"index", object{"$number": strconv.Itoa(slowest.Index)}}
		tagged["slowestCell"] = object{"$object": []any{index, duration}}
	}
	return tagged
}
