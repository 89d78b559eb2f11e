using Cadran.Standards;
using Cadran.Storage;

namespace Cadran.Catalogue;

/// <summary>
/// Writes rows into tracked entities and returns what each touched. Whether something changed is then the change tracker's knowledge,
/// so that a preview and the import itself cannot disagree. Children are added to the database one by one: their keys are set, and found
/// through their parent they would be taken for existing ones.
/// </summary>
internal sealed class CatalogueUpdate(CadranDb db)
{
    public List<object> Apply(Service service, ServiceRow row)
    {
        var touched = new List<object>();
        // An older year adds its volumes and leaves the description of today alone.
        if (service.Report(row.FiscalYear, row.Name, row.Description, row.Profile)) touched.Add(service);
        foreach (ServiceVolume gone in service.Volumes.Where(v => v.FiscalYear == row.FiscalYear && row.Volumes.All(r => r.Channel != v.Channel)).ToList())
        {
            db.Remove(gone);
            touched.Add(gone);
        }
        foreach (ReportedVolume reported in row.Volumes)
        {
            ServiceVolume? volume = service.Volumes.Find(v => v.FiscalYear == row.FiscalYear && v.Channel == reported.Channel);
            if (volume is null) db.Add(volume = new ServiceVolume { ServiceId = service.Id, FiscalYear = row.FiscalYear, Channel = reported.Channel, State = reported.State });
            (volume.State, volume.Count) = (reported.State, reported.Count);
            touched.Add(volume);
        }
        return touched;
    }

    /// <param name="code">What the standard is called when it is new: as the first row of the file writes it, whichever year that row is about.</param>
    public List<object> Apply(Service service, StandardRow row, string code)
    {
        ServiceStandard? standard = service.Standards.Find(s => s.CodeKey == row.Key);
        if (standard is null) db.Add(standard = new ServiceStandard { ServiceId = service.Id, Code = code, Text = row.Text, Type = row.Type, Channel = row.Channel });
        var touched = new List<object>();
        if (standard.Results.All(r => string.CompareOrdinal(r.FiscalYear, row.FiscalYear) <= 0))
        {
            (standard.Text, standard.Type, standard.Channel) = (row.Text, row.Type, row.Channel);
            touched.Add(standard);
        }
        StandardResult? result = standard.Results.Find(r => r.FiscalYear == row.FiscalYear);
        if (result is null) db.Add(result = new StandardResult { StandardId = standard.Id, FiscalYear = row.FiscalYear });
        (result.Target, result.MeetingTarget, result.Total, result.ReportedMet, result.Comment) = (row.Target, row.Meeting, row.Total, row.ReportedMet, row.Comment);
        touched.Add(result);
        return touched;
    }
}
