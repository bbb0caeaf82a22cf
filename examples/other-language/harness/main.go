// Command harness answers the conformance runner: conformance/schema/harness.schema.json. One request a line on
// stdin, one answer a line on stdout.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"scrapbookreader/scrapbook"
)

type request struct {
	Cmd     string `json:"cmd"`
	Seq     int    `json:"seq"`
	Op      string `json:"op"`
	Files   []file `json:"files"`
	Options struct {
		Strict    *bool    `json:"strict"`
		Merge     string   `json:"merge"`
		Encoders  []string `json:"encoders"`
		Recursive bool     `json:"recursive"`
		Hidden    bool     `json:"hidden"`
		OnError   string   `json:"onError"`
	} `json:"options"`
	Only       []string `json:"only"`
	Scrapbook  bool     `json:"scrapbook"`
	Table      string   `json:"table"`
	Columns    []text   `json:"columns"`
	Parameters bool     `json:"parameters"`
}

type file struct {
	Key  text   `json:"key"`
	Path string `json:"path"`
}

type object = map[string]any

var start = object{
	"protocol":       1,
	"implementation": object{"name": "scrapbook-go", "language": "Go", "version": "0.1.0"},
	"capabilities": []string{
		"read", "table", "list",
		"scrapbook", "lenient", "merge-reference", "encoders", "run", "media",
	},
	"numbers": "exact",
	"levels":  []string{"reader"},
	"checks":  []string{"code", "path", "source", "order"},
}

var operations = map[string]func(request) (object, error){
	"read":  read,
	"list":  list,
	"table": table,
}

func main() {
	lines := bufio.NewReader(os.Stdin)
	answers := json.NewEncoder(os.Stdout)
	answers.SetEscapeHTML(false)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		var asked request
		if err := json.Unmarshal(line, &asked); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		switch asked.Cmd {
		case "start":
			err = answers.Encode(start)
		case "run":
			err = answers.Encode(answer(asked))
		case "stop":
			return
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// answer never fails: what goes wrong is an answer too.
func answer(asked request) (said object) {
	defer func() {
		if broken := recover(); broken != nil {
			said = object{"seq": asked.Seq, "errored": fmt.Sprint(broken)}
		}
	}()
	operation, ok := operations[asked.Op]
	if !ok {
		return object{"seq": asked.Seq, "skipped": "there is no operation " + asked.Op}
	}
	result, err := operation(asked)
	var known *scrapbook.Error
	switch {
	case err == nil:
		return object{"seq": asked.Seq, "result": result}
	case errors.As(err, &known):
		return object{"seq": asked.Seq, "error": tagError(known)}
	default:
		return object{"seq": asked.Seq, "errored": err.Error()}
	}
}
