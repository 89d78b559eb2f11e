using System.Text;

namespace Cadran.Tests.Catalogue;

/// <summary>Small inventory files made for a test, every number in them starting with a mark of its own.</summary>
internal sealed class InventoryText(string mark, string owner)
{
    private const string ServiceHeader =
        "fiscal_yr,service_id,service_name_en,service_name_fr,service_description_en,service_description_fr,service_type,"
        + "client_target_groups,client_feedback_channel,os_issue_resolution_feedback,cra_bn_identifier_usage,num_phone_enquiries,"
        + "num_applications_online,num_applications_by_mail,num_applications_total,service_uri_en,service_uri_fr,owner_org,owner_org_title";
    private const string StandardHeader =
        "fiscal_yr,service_id,service_standard_id,service_standard_en,service_standard_fr,type,channel,target,"
        + "volume_meeting_target,total_volume,comments_en,comments_fr,target_met,owner_org";

    private readonly StringBuilder services = new(ServiceHeader + "\r\n"), standards = new(StandardHeader + "\r\n");

    public string Code(string number) => $"{mark}-{number}";

    public InventoryText Service(string number, string name = "Permits", string phone = "10", string online = "20", string mail = "NA",
        string total = "20", string address = "https://example.org/", string? org = null, string year = "2023-2024",
        string channels = "\"EML,FAX,ONL\"")
    {
        services.Append($"{year},{Code(number)},{name},Permis,\"Two\nlines\",Description,INFO,PERSON,{channels},Y,NA,")
            .Append($"{phone},{online},{mail},{total},{address},{address},{org ?? owner},Ministry of {mark} | Ministère de {mark}\r\n");
        return this;
    }

    public InventoryText Standard(string service, string number, string target = "0.8", string meeting = "90", string total = "100",
        string met = "Y", string text = "Within ten days", string year = "2023-2024")
    {
        standards.Append($"{year},{Code(service)},{number},{text},En dix jours,TML,ONL,{target},{meeting},{total},,,{met},{owner}\r\n");
        return this;
    }

    public byte[] Services => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(services.ToString())];
    public byte[] Standards => Encoding.UTF8.GetBytes(standards.ToString());
}
