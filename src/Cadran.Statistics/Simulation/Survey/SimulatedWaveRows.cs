namespace Cadran.Statistics.Simulation;

/// <summary>Collects one wave row by row and hands it out as columns.</summary>
internal sealed class SimulatedWaveRows(int drivers)
{
    private readonly List<(Client Client, bool Answered)> invited = [];
    private readonly List<(Client Client, byte Day, sbyte[] Codes)> answers = [];

    public void Invite(Client client, bool answered) => invited.Add((client, answered));

    public void Answer(Client client, byte day, sbyte[] codes) => answers.Add((client, day, codes));

    public SimulatedWave ToWave(int wave, OfficeNetwork offices)
    {
        var perOffice = answers.CountBy(a => a.Client.Office).ToDictionary();
        return new(
            wave,
            [.. answers.Select(a => a.Client.Person)],
            [.. answers.Select(a => a.Client.Office.Stratum)],
            [.. answers.Select(a => a.Client.Office.Code)],
            [.. answers.Select(a => a.Client.Channel)],
            [.. answers.Select(a => a.Client.Language)],
            [.. answers.Select(a => a.Client.Age)],
            [.. answers.Select(a => a.Day)],
            [.. answers.Select(a => offices.Weight(a.Client.Office, perOffice[a.Client.Office]))],
            [.. answers.Select(a => a.Codes[0])],
            [.. Enumerable.Range(1, drivers).Select(j => answers.Select(a => a.Codes[j]).ToArray())],
            Invitations());
    }

    private SimulatedInvitations Invitations() => new(
        [.. invited.Select(i => i.Client.Person)],
        [.. invited.Select(i => i.Client.Office.Stratum)],
        [.. invited.Select(i => i.Client.Office.Code)],
        [.. invited.Select(i => i.Client.Channel)],
        [.. invited.Select(i => i.Client.Language)],
        [.. invited.Select(i => i.Client.Age)],
        [.. invited.Select(i => i.Answered)]);
}
