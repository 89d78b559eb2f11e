namespace Cadran.Questionnaires;

/// <summary>What reports of imports and exports say, each once: English, the keys of their translations.</summary>
public static class LossNotes
{
    public const string Renamed =
        "Its code is {0} here: codes begin with a lower-case letter, are used once and are not those of the common measures.";
    public const string OptionRenamed = "The option’s code is {0} here: codes are used once, and some words stand for no answer.";
    public const string Formatting = "{0} texts had formatting; here they are plain text with their lines and links.";
    public const string Media = "The text showed pictures, sound or another page. They are gone; words that described them are kept.";
    public const string Program = "The text brought a program. It is gone.";
    public const string Cut = "The text is longer than {0} characters and was cut.";
    public const string NoWords = "It has no words in the file; its code stands for them.";
    public const string LanguageLeft = "Respondents cannot be shown this language here: its texts stay in the file.";
    public const string LanguageDoubled = "A second way of writing {0}: the first one is taken.";
    public const string LanguageAssumed = "The file does not say that this is one of the languages here: its texts stand under English.";
    public const string TooManyQuestions = "A questionnaire holds at most {0} questions.";
    public const string TooManyOptions = "More than {0} options: it is asked as a short text.";
    public const string OneOption = "One option only: it is asked as yes or no.";
    public const string NoOptions = "Without options there is nothing to choose: it is asked as a short text.";
    public const string PatternLeft = "The pattern “{0}” was left: it cannot be used here, or no hint says what it asks for.";
    public const string BoundsLeft = "The bounds contradict each other and were left.";
    public const string NotSound = "It cannot be asked here: {0}";
    public const string RuleKept = "Its rule came over: {0}";
    public const string RuleLeft = "Its rule could not be said here and stands as a note on the question: {0}";
    public const string SectionRuleLeft = "The rule of its section could not be said here and stands as a note on the first question: {0}";
    public const string CheckLeft = "What it asks of the answer could not be said here and stands as a note on the question: {0}";
    public const string RequiredWhenLeft = "When it must be answered could not be said here and stands as a note on the question: {0}";
    public const string ShowsAnswers =
        "The text shows earlier answers or facts that could not be found: what stood in braces is shown as it is.";

    public const string KindUnknown = "There is no such kind of question here: {0}";
    public const string Split = "One table there, {0} questions in a grid here: each has its own column and results.";
    public const string Rated = "Its columns are consecutive numbers: each line is a rating here.";
    public const string SplitDual = "Two scales in one table there, two grids of questions here.";
    public const string SplitCells = "A table of fields there, one question for each of its {0} cells here.";
    public const string SplitParts = "Several fields there, {0} questions here.";
    public const string CommentSplit = "The comment beside the choice is a question of its own here: {0}";
    public const string AsOneQuestion = "It is asked as {0} here.";
    public const string SoftMandatory = "People were asked once more before going on; here it may stay empty.";
    public const string DefaultLeft = "No answer is filled in before people answer here.";
    public const string HiddenLeft = "It was hidden and its value was computed; here it is left.";
    public const string Computed = "It computes a value from answers and asks nothing: compute it from the results.";
    public const string Metadata = "It records something about the device or the moment, which is not kept here.";
    public const string Place = "Places on a map are not asked here.";
    public const string OutsideList = "Its list is in another file.";
    public const string FilterLeft =
        "Which options are shown depended on another answer: all are shown, and the filter stands as a note: {0}";
    public const string TimeLeft = "The hour was asked too; here only the day is.";
    public const string LimitLeft = "People had limited time to answer; here they have as much as they need.";
    public const string Repeat = "It was asked several times over; here once.";
    public const string LanguageSwitch = "Pages here have their own choice of language.";
    public const string FilesOff = "Files are taken only where the installation allows them: pictures and PDF.";
    public const string QuotasLeft = "Quotas are set on a wave here: {0}";
    public const string LettersLeft = "Letters of invitation and reminder are written with the invitations here.";
    public const string AssessmentsLeft = "Points for answers are not kept: scores come from the scales.";
    public const string PolicyLeft = "The text about data protection was put at the end of the welcome.";
    public const string EndAddressLeft = "People were sent to an address at the end: {0}";
    public const string RandomLeft = "Their order was drawn by lot for each person; here it is that of the file.";
    public const string TriggerLeft = "What happens when people answer is said by rules of questions here: {0}";
    public const string ScoringLeft = "Points and results of a quiz are left.";
    public const string DataLeft = "Values that the tool kept beside the answers are left: {0}";
    public const string ColumnUnknown = "This column is not read.";
    public const string SheetUnknown = "This sheet is not read.";
    public const string RowUnknown = "The row says nothing that can be asked.";
    public const string DuplicateColumn = "The column stands there twice; the first is read.";
    public const string Unclosed = "The group is not closed properly in the file; what follows is read as well as it can be.";
    public const string Responses =
        "The answers of {0} people came with it: save them as CSV and import them into a wave of this questionnaire.";
    public const string ResponsesLeft = "{0} columns of answers belong to no question that came over.";
    public const string ResponseDays = "The tool hid when people answered (1980); the rows say no day.";
    public const string Unused = "The questionnaire does not use it.";
    public const string Blocked = "Other questions of the page could be reached through its rule only.";

    public const string NoTool = "The file is no questionnaire of a tool that is read here: LimeSurvey (.lss, .lsa), "
        + "XLSForm (.xlsx, .xls), SurveyJS (.json), Qualtrics (.qsf) or Cadran (.json).";
    public const string Damaged = "The file is damaged and cannot be read: {0}";
    public const string TooLarge = "The file holds more than {0} MB.";
    public const string Bomb = "The compressed file would grow more than {0} times: it is no questionnaire.";
    public const string NothingToAsk = "There is no question in the file that can be asked here.";
    public const string NotOurSchema = "The file does not follow the schema of questionnaires: {0}";
}
