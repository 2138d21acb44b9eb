using System.Text;
using CsCheck;
using HelpDesk.Adapters.Jira;
using HelpDesk.Adapters.ServiceNow;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Adapters.Tests.Ticketing;

public sealed class WebhookBodyPropertyTests
{
    private const string Envelope = """{"timestamp":1791792842117,"webhookEvent":"jira:issue_created","user":{"accountId":"qm:1"},"issue":{"id":"10423","key":"ITSD-217","fields":{"summary":"Locked \u00fc out","project":{"key":"ITSD"}}}}""";
    private const string Insert = """{"event":"insert","table":"incident","sys_id":"9d385017c611228701d22104cc95c371","sys_mod_count":"0","number":"INC0010023"}""";

    private static readonly JiraWebhookOptions JiraOptions = new();
    private static readonly ServiceNowWebhookOptions ServiceNowOptions = new();

    [Fact]
    public void AnyBytes_NeverThrow_AndATicketHasSoundIds() =>
        Gen.Byte.Array[0, 200].Sample(bytes => IsSound(bytes), iter: 2_000);

    [Fact]
    public void SoundBody_AnyByteChanged_NeverThrows_AndATicketHasSoundIds() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 10_000], Gen.Byte, Gen.Int[0, 3]).Sample(
            (jira, at, value, cut) =>
            {
                var bytes = Encoding.UTF8.GetBytes(jira ? Envelope : Insert);
                bytes[at % bytes.Length] = value;
                return IsSound(bytes[..^cut]);
            },
            iter: 5_000);

    private static bool IsSound(byte[] bytes) =>
        new[] { ServiceNowWebhookBody.Read(bytes, ServiceNowOptions), JiraWebhookBody.Read(bytes, JiraOptions) }.All(reading => reading.Kind switch
        {
            WebhookReadingKind.Tells => reading.Ticket!.ExternalId.All(char.IsAsciiHexDigit) && reading.Ticket.Number.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'),
            WebhookReadingKind.Malformed => !string.IsNullOrEmpty(reading.Field) && reading.Field.All(c => c is > ' ' and < (char)127),
            _ => reading.Reason is not null,
        });
}
