using System.Text;
using HelpDesk.Adapters.Jira;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Adapters.Tests.Jira;

public sealed class JiraWebhookBodyTests
{
    private const string Issue = """{"id":"10423","key":"ITSD-217","fields":{"summary":"Locked out","project":{"key":"ITSD"}}}""";
    private const string Envelope = $$"""{"timestamp":1791792842117,"webhookEvent":"jira:issue_created","user":{"accountId":"qm:1"},"issue":{{Issue}} }""";

    private static readonly JiraWebhookOptions Options = new() { OwnAccountId = "712020:us", Projects = ["ITSD"] };

    [Theory]
    [InlineData(Envelope)]
    [InlineData("{\"issue\":" + Issue + "}")]
    [InlineData(Issue)]
    [InlineData("""{"id":10423,"key":"ITSD-217","changelog":{"startAt":0},"namedValue":"x"}""")]
    public void Shape_AnyOfThree_Created(string body)
    {
        var reading = Read(body);

        reading.Kind.ShouldBe(WebhookReadingKind.Tells);
        reading.EventKind.ShouldBe(TicketEventKind.Created);
        reading.Ticket!.CaseId.ShouldBe(new CaseId("jira-10423"));
        reading.Ticket.Number.ShouldBe("ITSD-217");
        reading.DeliveryId!.ShouldStartWith("sha256-");
    }

    [Theory]
    [InlineData("\"reporter\":{\"accountId\":\"712020:amy\"}", "712020:amy")]
    [InlineData("\"reporter\":null", null)]
    [InlineData("\"reporter\":[\"712020:amy\"]", null)]
    [InlineData("\"reporter\":{\"accountId\":{}}", null)]
    [InlineData("\"reporter\":{\"accountId\":\"\\udc00\"}", null)]
    [InlineData("\"other\":1", null)]
    public void Reporter_AnyShape_IsAHintAndNeverAReasonToRefuse(string reporter, string? askedBy)
    {
        foreach (var body in (string[])[Envelope, "{\"issue\":" + Issue + "}", Issue])
        {
            var reading = Read(body.Replace("\"summary\"", $"{reporter},\"summary\""));
            (reading.Kind, reading.AskedBy).ShouldBe((WebhookReadingKind.Tells, askedBy));
        }
    }

    [Fact]
    public void Envelope_Timestamp_IsWhenItWasSent() =>
        Read(Envelope).SentAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1791792842117));

    [Theory]
    [InlineData("jira:issue_updated")]
    [InlineData("comment_created")]
    [InlineData("comment_updated")]
    public void Event_AboutAnOldIssue_Changed(string name) =>
        Read(Envelope.Replace("jira:issue_created", name)).EventKind.ShouldBe(TicketEventKind.Changed);

    [Fact]
    public void Comment_WithoutIssue_IsFoundByItsAddress()
    {
        var reading = Read("""{"webhookEvent":"comment_created","comment":{"self":"https://x.atlassian.net/rest/api/2/issue/10423/comment/1","author":{"accountId":"qm:1"}}}""");

        reading.EventKind.ShouldBe(TicketEventKind.Changed);
        reading.Ticket!.CaseId.ShouldBe(new CaseId("jira-10423"));
    }

    [Theory]
    [InlineData("jira:issue_created", "jira:issue_deleted")]
    [InlineData("jira:issue_created", "comment_deleted")]
    [InlineData("jira:issue_created", "jira:worklog_updated")]
    [InlineData("ITSD", "HR")]
    [InlineData("\"project\":{\"key\":\"ITSD\"}", "\"project\":{\"key\":\"HR\"}")]
    [InlineData("\"accountId\":\"qm:1\"", "\"accountId\":\"712020:us\"")]
    [InlineData("\"webhookEvent\":\"jira:issue_created\"", "\"webhookEvent\":\"comment_created\",\"comment\":{\"author\":{\"accountId\":\"712020:us\"}}")]
    [InlineData("\"issue\":", "\"other\":")]
    public void Event_OfNoInterest_Ignored(string from, string to) => Read(Envelope.Replace(from, to)).Kind.ShouldBe(WebhookReadingKind.Ignored);

    [Theory]
    [InlineData("\"id\":\"10423\"", "\"id\":\"10423/../../user\"", "issue.id")]
    [InlineData("\"id\":\"10423\"", "\"id\":\"0\"", "issue.id")]
    [InlineData("\"id\":\"10423\"", "\"id\":-5", "issue.id")]
    [InlineData("\"id\":\"10423\",", "", "issue.id")]
    [InlineData("\"key\":\"ITSD-217\"", "\"key\":\"itsd-217\"", "issue.key")]
    [InlineData("\"key\":\"ITSD-217\"", "\"key\":\"ITSD-217 OR 1=1\"", "issue.key")]
    [InlineData("\"key\":\"ITSD-217\"", "\"key\":null", "issue.key")]
    [InlineData("1791792842117", "\"yesterday\"", "timestamp")]
    [InlineData("1791792842117", "9223372036854775807", "timestamp")]
    [InlineData("ITSD-217", "ITSD-217\\ud83d", "issue.key")]
    [InlineData("\"fields\":{", "\"fields\":[{", "body")]
    [InlineData("\"project\":{\"key\":\"ITSD\"}", "\"project\":\"ITSD\"", "issue.fields.project")]
    public void Body_WrongShape_MalformedNamesTheField(string from, string to, string field)
    {
        var reading = Read(Envelope.Replace(from, to));

        reading.Kind.ShouldBe(WebhookReadingKind.Malformed);
        reading.Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("Locked out", "\\u0000")]
    [InlineData("Locked out", "Locked out \\ud83d")]
    public void Body_BrokenTextBesideSoundIds_IsRead(string from, string to) => Read(Envelope.Replace(from, to)).Kind.ShouldBe(WebhookReadingKind.Tells);

    [Theory]
    [InlineData("jira:issue_updated")]
    [InlineData("issue_updated")]
    [InlineData("jira:issue_moved")]
    [InlineData("issue_moved")]
    public void Event_OfAnIssueThatCameToUs_IsAChange(string name) =>
        Read(Envelope.Replace("jira:issue_created", name)).EventKind.ShouldBe(TicketEventKind.Changed);

    [Fact]
    public void Delivery_OfABody_IsItsHash()
    {
        var first = Read(Envelope);

        first.DeliveryId.ShouldStartWith("sha256-");
        Read(Envelope).DeliveryId.ShouldBe(first.DeliveryId);
        Read(Envelope.Replace("Locked", "Shut")).DeliveryId.ShouldNotBe(first.DeliveryId);
    }

    [Fact]
    public void Projects_NoneNamed_AllAreWorkedOn() =>
        JiraWebhookBody.Read(Encoding.UTF8.GetBytes(Envelope.Replace("ITSD", "HR")), new JiraWebhookOptions()).Kind.ShouldBe(WebhookReadingKind.Tells);

    private static WebhookReading Read(string body) => JiraWebhookBody.Read(Encoding.UTF8.GetBytes(body), Options);
}
