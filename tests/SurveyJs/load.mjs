// Reads a SurveyJS file on standard input as a page of its users would, and writes what the library says of it.
import { Model } from "survey-core";

let text = "";
for await (const chunk of process.stdin) text += chunk;
const survey = new Model(JSON.parse(text));
const errors = (survey.jsonErrors ?? []).map(error => `${error.type ?? ""} ${error.message ?? error}`);
const shown = survey.getAllQuestions().map(question => ({
  name: question.name, type: question.getType(), visible: question.isVisible,
}));
survey.setValue("yn", true);
const after = survey.getAllQuestions().filter(question => question.isVisible).map(question => question.name);
process.stdout.write(JSON.stringify({ errors, shown, after }));
