using System.Text;
using HelpDesk.Adapters.ServiceNow;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Adapters.Tests.ServiceNow;

public sealed class ServiceNowWebhookBodyTests
{
    private const string SysId = "9d385017c611228701d22104cc95c371";
    private const string Sample = $$"""{"event":"insert","table":"incident","sys_id":"{{SysId}}","sys_mod_count":"0","number":"INC0010023","short_description":"Locked out","caller":{"sys_id":"5137153cc611227c000bbd1bd8cd2005"} }""";

    private static readonly ServiceNowWebhookOptions Options = new() { OwnUser = "svc.helpdesk" };

    [Fact]
    public void Insert_Sample_Created()
    {
        var reading = Read(Sample);

        reading.Kind.ShouldBe(WebhookReadingKind.Tells);
        reading.EventKind.ShouldBe(TicketEventKind.Created);
        reading.Ticket!.ExternalId.ShouldBe(SysId);
        reading.Ticket.Number.ShouldBe("INC0010023");
        reading.Ticket.CaseId.ShouldBe(new CaseId($"servicenow-{SysId}"));
        reading.DeliveryId.ShouldBe($"{SysId}/0");
    }

    [Theory]
    [InlineData("\"caller\":{\"sys_id\":\"5137153cc611227c000bbd1bd8cd2005\"}", "5137153cc611227c000bbd1bd8cd2005")]
    [InlineData("\"caller\":\"5137153cc611227c000bbd1bd8cd2005\"", null)]
    [InlineData("\"caller\":{\"sys_id\":7}", null)]
    [InlineData("\"caller\":{\"email\":\"a@b.example\"}", null)]
    [InlineData("\"caller\":null", null)]
    public void Caller_AnyShape_IsAHintAndNeverAReasonToRefuse(string caller, string? askedBy)
    {
        var reading = Read(Sample.Replace("\"caller\":{\"sys_id\":\"5137153cc611227c000bbd1bd8cd2005\"}", caller));

        (reading.Kind, reading.AskedBy).ShouldBe((WebhookReadingKind.Tells, askedBy));
    }

    [Theory]
    [InlineData("\"insert\"", "\"update\"", TicketEventKind.Changed)]
    [InlineData("\"sys_mod_count\":\"0\"", "\"sys_mod_count\":0", TicketEventKind.Created)]
    [InlineData("\"table\":\"incident\",", "", TicketEventKind.Created)]
    [InlineData("9d385017c611228701d22104cc95c371", "9D385017C611228701D22104CC95C371", TicketEventKind.Created)]
    public void Body_Variant_Tells(string from, string to, TicketEventKind kind)
    {
        var reading = Read(Sample.Replace(from, to));

        reading.Kind.ShouldBe(WebhookReadingKind.Tells);
        reading.EventKind.ShouldBe(kind);
        reading.Ticket!.ExternalId.ShouldBe(SysId);
    }

    [Theory]
    [InlineData("\"event\":\"insert\"", "\"event\":\"delete\"")]
    [InlineData("\"table\":\"incident\"", "\"table\":\"change_request\"")]
    [InlineData("\"event\":\"insert\"", "\"event\":\"update\",\"updated_by\":\"svc.helpdesk\"")]
    [InlineData("\"event\":\"insert\"", "\"event\":\"update\",\"sys_updated_by\":\"SVC.HelpDesk\"")]
    [InlineData("\"event\":\"insert\"", "\"event\":\"insert\",\"updated_by\":\"svc.helpdesk\"")]
    public void Body_OfNoInterest_Ignored(string from, string to) => Read(Sample.Replace(from, to)).Kind.ShouldBe(WebhookReadingKind.Ignored);

    [Theory]
    [InlineData("\"sys_id\":\"9d385017c611228701d22104cc95c371\"", "\"sys_id\":\"9d385017c611228701d22104cc95c37\"", "sys_id")]
    [InlineData("\"sys_id\":\"9d385017c611228701d22104cc95c371\"", "\"sys_id\":\"9d385017c611228701d22104cc95c371\\n\"", "sys_id")]
    [InlineData("\"sys_id\":\"9d385017c611228701d22104cc95c371\"", "\"sys_id\":\"../../sys_user/5137153cc611227c00\"", "sys_id")]
    [InlineData("\"sys_id\":\"9d385017c611228701d22104cc95c371\"", "\"sys_id\":{\"$ne\":null}", "sys_id")]
    [InlineData("\"sys_id\":\"9d385017c611228701d22104cc95c371\",", "", "sys_id")]
    [InlineData("\"number\":\"INC0010023\"", "\"number\":\"<script>\"", "number")]
    [InlineData("\"number\":\"INC0010023\"", "\"number\":\"\"", "number")]
    [InlineData("\"sys_mod_count\":\"0\"", "\"sys_mod_count\":\"-1\"", "sys_mod_count")]
    [InlineData("\"sys_mod_count\":\"0\"", "\"sys_mod_count\":1.5", "sys_mod_count")]
    [InlineData("\"sys_mod_count\":\"0\"", "\"sys_mod_count\":\"1234567890123456789\"", "sys_mod_count")]
    [InlineData("\"event\":\"insert\",", "", "event")]
    [InlineData("\"event\":\"insert\"", "\"event\":[\"insert\"]", "event")]
    [InlineData("\"event\":\"insert\"", "\"event\":\"insert\",\"event\":\"update\"", "body")]
    [InlineData("9d385017c611228701d22104cc95c371", "9d385017c611228701d22104cc95c37\\ud800", "sys_id")]
    [InlineData("INC0010023", "INC\\u00000010023", "number")]
    public void Body_WrongShape_MalformedNamesTheField(string from, string to, string field)
    {
        var body = Sample.Replace(from, to);
        body.ShouldNotBe(Sample);

        var reading = Read(body);

        reading.Kind.ShouldBe(WebhookReadingKind.Malformed);
        reading.Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("Locked out", "Locked \\u0000 out")]
    [InlineData("Locked out", "Locked out \\ud83d")]
    [InlineData("5137153cc611227c000bbd1bd8cd2005", "\\udc00")]
    [InlineData("\"event\":\"insert\"", "\"event\":\"insert\",\"a\\u0000b\":1")]
    public void Body_BrokenTextBesideSoundIds_IsRead(string from, string to) => Read(Sample.Replace(from, to)).Kind.ShouldBe(WebhookReadingKind.Tells);

    [Theory]
    [InlineData(new byte[] { 0xED, 0xA0, 0xBD })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x94 })]
    [InlineData(new byte[] { 0xFF })]
    public void Body_TextCutWithinACharacter_IsRead(byte[] tail)
    {
        var body = Encoding.UTF8.GetBytes(Sample);
        var at = Sample.IndexOf("Locked out", StringComparison.Ordinal) + "Locked out".Length;

        ServiceNowWebhookBody.Read((byte[])[.. body[..at], .. tail, .. body[at..]], Options).Ticket!.Number.ShouldBe("INC0010023");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("<xml/>")]
    [InlineData("event=insert&sys_id=1")]
    public void Body_NoJsonObject_Malformed(string body)
    {
        var reading = Read(body);

        reading.Kind.ShouldBe(WebhookReadingKind.Malformed);
        reading.Field.ShouldBe("body");
    }

    [Fact]
    public void Body_TenThousandDeep_Malformed()
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("{\"a\":", "}") })
        {
            var deep = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
            Read($$"""{"event":"insert","x":{{deep}}}""").Kind.ShouldBe(WebhookReadingKind.Malformed);
        }
    }

    [Fact]
    public void Body_NotUtf8_Malformed()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("{\"event\":\""), 0xff, 0xfe, .. Encoding.UTF8.GetBytes("\"}")];

        ServiceNowWebhookBody.Read(body, Options).Kind.ShouldBe(WebhookReadingKind.Malformed);
    }

    private static WebhookReading Read(string body) => ServiceNowWebhookBody.Read(Encoding.UTF8.GetBytes(body), Options);
}
