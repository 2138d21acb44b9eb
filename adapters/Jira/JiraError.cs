using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Jira;

/// <summary>Turns a refusal of Jira into a message that says what to change.</summary>
internal static class JiraError
{
    private const int MaxQuoted = 200;

    /// <summary>The fault of an answer that is no success and no 404.</summary>
    public static VendorException Of(HttpResponseMessage response, byte[] body, TimeProvider time)
    {
        var status = (int)response.StatusCode;
        var reason = Header(response, "RateLimit-Reason");
        var message = status switch
        {
            401 => "Jira refuses the credentials (401): check Jira:Email and Jira:ApiToken (tokens expire after at most a year), or Jira:BearerToken.",
            403 => "Jira forbids it (403): the integration account needs an agent licence of Jira Service Management and, in the project, the permissions Browse, Add comments, Edit issues, Transition issues and Assign issues (OAuth scopes read:jira-work, write:jira-work, read:servicedesk-request, write:servicedesk-request).",
            409 => "Jira was changing the issue at the same moment (409).",
            429 => $"Jira's rate limit is reached (429, {(reason.Length == 0 ? "no reason given" : reason)}).",
            _ => $"Jira answered {status} ({Said(body)}).",
        };
        return new VendorException(
            JiraApi.System,
            status == 429 && reason.Length > 0 ? reason : $"{status}",
            message,
            status == 409 || VendorCall.IsRetryable(status),
            VendorCall.RetryAfter(response, time))
        {
            RequestId = Header(response, "X-ARequestId") is { Length: > 0 } id ? id : null,
        };
    }

    /// <summary>Names of the refused fields only: Jira's messages repeat values, and those may be ticket text.</summary>
    private static string Said(byte[] body)
    {
        try
        {
            var answer = LenientJson.Parse(body, JiraApi.System);
            if (answer.Member("errors") is { ValueKind: global::System.Text.Json.JsonValueKind.Object } errors && errors.EnumerateObject().Any())
                return OutgoingText.Clean("fields refused: " + string.Join(", ", errors.EnumerateObject().Select(static error => error.Name)), MaxQuoted);
            var key = answer.Member("i18nErrorMessage")?.TextOrNull("i18nKey");
            return key is null ? "no field named" : OutgoingText.Clean(key, MaxQuoted);
        }
        catch (VendorException)
        {
            return "no JSON in the answer";
        }
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? OutgoingText.Clean(string.Join(',', values), 64) : "";
}
