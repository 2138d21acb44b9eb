using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>Turns a refusal of the Table API into a message that says what to change.</summary>
internal static partial class ServiceNowError
{
    private const int MaxQuoted = 200;

    /// <summary>The fault of an answer that is no success and no 404.</summary>
    public static VendorException Of(HttpResponseMessage response, byte[] body, TimeProvider time)
    {
        var status = (int)response.StatusCode;
        var said = Said(body);
        var message = status switch
        {
            401 => "ServiceNow refuses the token (401) even after a new one: check the user bound to the OAuth application (locked out, inactive?) and ServiceNow:ClientId.",
            403 when IsDataPolicy(said) => $"A data policy of ServiceNow refused the change (403: {said}). Resolving needs a resolution code and notes: ServiceNow:ResolutionCode must be one of this instance's stored values of incident.close_code; a further mandatory field must be relaxed for the integration user.",
            403 => $"ServiceNow forbids it (403: {said}). The integration user (ServiceNow:IntegrationUserName) needs the roles itil and rest_service, read access to sys_user, sys_user_group and sys_journal_field, and write access to the incident's field ACLs.",
            429 => $"ServiceNow's inbound rate limit is reached (429: {said}). An administrator can raise the rule {Header(response, "X-RateLimit-Rule")} under Rate Limit Rules.",
            _ => $"ServiceNow answered {status} ({said}).",
        };
        return new VendorException(ServiceNowApi.System, $"{status}", message, VendorCall.IsRetryable(status), VendorCall.RetryAfter(response, time))
        {
            RequestId = Header(response, "X-Transaction-ID") is { Length: > 0 } id ? id : null,
        };
    }

    /// <summary>The fault of an answer that says 200 and holds an error.</summary>
    public static VendorException InAnswer(HttpResponseMessage response, byte[] body, TimeProvider time) => new(
        ServiceNowApi.System, TicketErrors.ErrorInAnswer,
        $"ServiceNow answered {(int)response.StatusCode} with an error ({Said(body)}): the transaction quota rules of the instance may be too low for the integration user.",
        isRetryable: true, VendorCall.RetryAfter(response, time));

    private static bool IsDataPolicy(string said) => said.Contains("data policy", StringComparison.OrdinalIgnoreCase);

    /// <summary>The vendor's own words, never what we sent: quoted values are taken out, since a policy may repeat a field's text.</summary>
    private static string Said(byte[] body)
    {
        try
        {
            var error = LenientJson.Parse(body, ServiceNowApi.System).Member("error");
            var said = error is { } known ? $"{known.Text("message")} {known.Text("detail")}".Trim() : "";
            return said.Length == 0 ? "no reason given" : OutgoingText.Clean(Quoted().Replace(said, "'…'"), MaxQuoted).ReplaceLineEndings(" ");
        }
        catch (VendorException)
        {
            return "no JSON in the answer";
        }
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? OutgoingText.Clean(string.Join(',', values), 64) : "";

    [GeneratedRegex("'[^']*'|\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
