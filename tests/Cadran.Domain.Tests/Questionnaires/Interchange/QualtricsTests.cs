using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires;

/// <summary>A small Qualtrics file, written from what is known of the format: no sample of one is at hand.</summary>
public sealed class QualtricsTests
{
    private const string Survey = """
        {"SurveyEntry":{"SurveyID":"SV_1","SurveyName":"Visit","SurveyLanguage":"EN"},"SurveyElements":[
         {"Element":"BL","PrimaryAttribute":"Survey Blocks","Payload":[
           {"Type":"Default","Description":"Main","ID":"BL_1","BlockElements":[
             {"Type":"Question","QuestionID":"QID1"},{"Type":"Question","QuestionID":"QID2"},{"Type":"Page Break"},
             {"Type":"Question","QuestionID":"QID3"},{"Type":"Question","QuestionID":"QID4"},{"Type":"Question","QuestionID":"QID5"}]},
           {"Type":"Standard","Description":"Extra","ID":"BL_2","BlockElements":[{"Type":"Question","QuestionID":"QID6"}]},
           {"Type":"Trash","Description":"Trash","ID":"BL_3","BlockElements":[{"Type":"Question","QuestionID":"QID7"}]}]},
         {"Element":"FL","Payload":{"Type":"Root","FlowID":"FL_1","Flow":[
           {"Type":"EmbeddedData","FlowID":"FL_2","EmbeddedData":[{"Field":"source","Value":"letter"}]},
           {"Type":"Standard","ID":"BL_1","FlowID":"FL_3"},
           {"Type":"Branch","FlowID":"FL_4","BranchLogic":{"0":{"0":{"LogicType":"Question","QuestionID":"QID1",
             "ChoiceLocator":"q://QID1/SelectableChoice/1","Operator":"Selected"},"Type":"If"},"Type":"BooleanExpression"},
             "Flow":[{"Type":"Standard","ID":"BL_2","FlowID":"FL_5"}]}]}},
         {"Element":"SQ","PrimaryAttribute":"QID1","Payload":{"QuestionID":"QID1","DataExportTag":"Came",
           "QuestionText":"Did you <b>come</b>?",
           "QuestionType":"MC","Selector":"SAVR","Choices":{"1":{"Display":"Yes"},"2":{"Display":"No"},"3":{"Display":"Other",
           "TextEntry":"true"}},
           "ChoiceOrder":["1","2","3"],"RecodeValues":{"1":"10","2":"20","3":"30"},"Validation":{"Settings":{"ForceResponse":"ON"}},
           "Language":{"FR":{"QuestionText":"Êtes-vous venu ?","Choices":{"1":{"Display":"Oui"},"2":{"Display":"Non"},
           "3":{"Display":"Autre"}}}}}},
         {"Element":"SQ","PrimaryAttribute":"QID2","Payload":{"QuestionID":"QID2","DataExportTag":"Nps","QuestionText":"Recommend?",
           "QuestionType":"MC","Selector":"NPS","Choices":{"1":{"Display":"0"}},"Language":[],
           "DisplayLogic":{"0":{"0":{"LogicType":"Question","ChoiceLocator":"q://QID1/SelectableChoice/2","Operator":"NotSelected"},
           "Type":"If"},
             "Type":"BooleanExpression"}}},
         {"Element":"SQ","PrimaryAttribute":"QID3","Payload":{"QuestionID":"QID3","DataExportTag":"Good","QuestionText":"How good?",
           "QuestionType":"Matrix","Selector":"Likert","SubSelector":"SingleAnswer","Choices":{"1":{"Display":"Staff"},
           "2":{"Display":"Room"}},
           "ChoiceOrder":["1","2"],"Answers":{"1":{"Display":"Bad"},"2":{"Display":"Fair"},"3":{"Display":"Fine"}},"AnswerOrder":["1",
           "2","3"]}},
         {"Element":"SQ","PrimaryAttribute":"QID4","Payload":{"QuestionID":"QID4","DataExportTag":"Cents","QuestionText":"Divide",
           "QuestionType":"CS","Selector":"VRTL","Choices":{"1":{"Display":"A"},"2":{"Display":"B"}},
           "Validation":{"Settings":{"ChoiceTotal":"50"}}}},
         {"Element":"SQ","PrimaryAttribute":"QID5","Payload":{"QuestionID":"QID5","DataExportTag":"Beat","QuestionText":"Map",
           "QuestionType":"HeatMap","Selector":"Image"}},
         {"Element":"SQ","PrimaryAttribute":"QID6","Payload":{"QuestionID":"QID6","DataExportTag":"Why","QuestionText":"Why?",
           "QuestionType":"TE","Selector":"ML"}},
         {"Element":"SQ","PrimaryAttribute":"QID7","Payload":{"QuestionID":"QID7","DataExportTag":"Old","QuestionText":"Old",
           "QuestionType":"TE","Selector":"SL"}}]}
        """;

    [Fact]
    public void Survey_ComesOver_WithItsFlowLogicAndLanguages()
    {
        ImportedQuestionnaire found = Forms.Read(Survey, "visit.qsf");
        Assert.Equal(["came:Choice", "nps:Recommend", "good_1:Rating", "good_2:Rating", "cents:Sum", "why:Comment"], found.Kinds());
        Assert.Equal(3, found.Content.Sections.Count);
        Assert.Equal(["en", "fr"], found.Content.Languages);
        Question came = found.Content.Find("came")!;
        Assert.Equal(("Did you come?", "Êtes-vous venu ?", true), (came.Text.En, came.Text.Fr, came.Required));
        Assert.Equal(["10", "20", "30"], came.Options.Select(o => o.Code));
        Assert.True(came.Options[2].TakesText);
        Assert.Equal(new Condition.Not(new Condition.Chose("came", "20")), found.Content.Find("nps")!.ShownWhen);
        Assert.Equal(new Condition.Chose("came", "10"), found.Content.Sections[2].ShownWhen);
        Assert.Equal(["Bad", "Fair", "Fine"], found.Content.Find("good_1")!.Scale!.Labels.Select(l => l.En));
        Assert.Equal(50, found.Content.Find("cents")!.Total);
        Assert.True(found.Says(LossKind.Left, "Beat", LossNotes.KindUnknown));
        Assert.True(found.Says(LossKind.Left, "Old", LossNotes.Unused));
        Assert.True(found.Says(LossKind.Left, "source", LossNotes.DataLeft));
    }
}
