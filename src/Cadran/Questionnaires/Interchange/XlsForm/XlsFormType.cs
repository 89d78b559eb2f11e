namespace Cadran.Questionnaires;

/// <summary>The type of a row of an XLSForm, of its many spellings the plain one, and the list that it names.</summary>
internal readonly record struct XlsFormType(string Name, string List, bool OrOther)
{
    public static XlsFormType Of(string written)
    {
        string[] words = written.Trim().Replace("_", " ", StringComparison.Ordinal).ToLowerInvariant()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Names of lists keep their case and their underscores.
        string[] kept = written.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return default;
        bool other = written.Contains("or_other", StringComparison.OrdinalIgnoreCase)
            || written.Contains("or specify other", StringComparison.OrdinalIgnoreCase)
            || written.Contains("or other", StringComparison.OrdinalIgnoreCase);
        string joined = string.Join(' ', words);
        if (joined.StartsWith("select one external", StringComparison.Ordinal)
            || joined.Contains("from file", StringComparison.Ordinal)) return new("from_file", "", other);
        foreach (string start in (string[])["select one", "select1", "select multiple", "select all that apply",
            "add select one prompt using",
            "add select multiple prompt using", "rank"])
            if (joined.StartsWith(start, StringComparison.Ordinal))
                return new(start.Contains("multiple", StringComparison.Ordinal) || start.Contains("all", StringComparison.Ordinal)
                    ? "select_multiple" : start == "rank" ? "rank" : "select_one", ListOf(kept), other);
        return new(joined switch
        {
            "int" or "add integer prompt" => "integer",
            "string" or "add text prompt" or "text prompt" or "q string" => "text",
            "add decimal prompt" or "q decimal" => "decimal",
            "add note prompt" or "q note" => "note",
            "add date prompt" or "q date" => "date",
            "add date time prompt" or "date time" or "datetime" => "datetime",
            "trigger" or "add acknowledge prompt" => "acknowledge",
            "photo" or "add image prompt" or "add photo prompt" => "image",
            "add audio prompt" => "audio",
            "add video prompt" => "video",
            "add file prompt" or "file upload" => "file",
            "gps" or "location" or "geopoint" or "geotrace" or "geoshape" or "start geopoint" or "add location prompt" => "place",
            "begin lgroup" or "begin loop" or "begin looped group" => "begin repeat",
            "end lgroup" or "end loop" or "end looped group" => "end repeat",
            "begin table list" => "begin group",
            "end table list" => "end group",
            "phone number" or "add phone number prompt" or "number of days in last month" when words[0] != "number" => "phone",
            "number of days in last month" or "number of days in last six months" or "number of days in last year" or "percentage" =>
                "integer",
            "start" or "start time" or "end" or "end time" or "today" or "get today" or "get start time" or "get end time" or "deviceid"
                or "device id" or "imei" or "get device id" or "subscriberid" or "subscriber id" or "get subscriber id"
                or "simserial" or "sim id"
                or "get sim id" or "simid" or "phonenumber" or "get phone number" or "username" or "email" or "audit"
                or "background audio" or "uri:subscriberid" => "metadata",
            _ => joined,
        }, "", other);
    }

    /// <summary>The name behind the words of the type, with or without <em>from</em>.</summary>
    private static string ListOf(string[] words)
    {
        for (int i = words.Length - 1; i > 0; i--)
            if (words[i - 1].ToLowerInvariant() is "from" or "using") return words[i];
        return words.Skip(1).FirstOrDefault(w =>
            w.ToLowerInvariant() is not ("one" or "multiple" or "or_other" or "all" or "that" or "apply"))
            ?? "";
    }
}
