using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>Turns a refusal of the Bot Framework into a message that says what to change.</summary>
internal static class BotRefusal
{
    private const string NotInRoster = "BotNotInConversationRoster";
    private const string BlockedByUser = "ConversationBlockedByUser";
    private const string DisabledByAdmin = "BotDisabledByAdmin";
    private const string Blocked = "MessageWritesBlocked";
    private const string NoConversation = "ConversationNotFound";
    private const string NoActivity = "ActivityNotFoundInConversation";

    // Teams' own errors of this kind do not end by waiting.
    private const string ServiceError = "ServiceError";

    /// <summary>The fault of an answer that is no success.</summary>
    public static VendorException Of(HttpResponseMessage response, byte[] body, TimeProvider time)
    {
        var status = (int)response.StatusCode;
        var code = CodeOf(body);
        var message = (status, code) switch
        {
            (401, _) => "Teams refuses the bot's token (401): the Azure Bot must be of the type and tenant of TeamsBot:AppId and TeamsBot:TenantId, and must have the Teams channel.",
            (403, NotInRoster) => "The Teams app is not installed for this person (403 BotNotInConversationRoster): install it by an app setup policy.",
            (403, BlockedByUser or Blocked) => "This person has blocked the bot in Teams (403).",
            (403, DisabledByAdmin) => "The Teams app is blocked for this person by an app permission policy (403 BotDisabledByAdmin).",
            (403, _) => $"Teams forbids it (403, {Shown(code)}): in GCC TeamsBot:ServiceUrl must be https://smba.infra.gcc.teams.microsoft.com/teams/.",
            (404, _) => $"Teams does not know the conversation or message any more (404, {Shown(code)}).",
            (413, _) => "The message is too large for Teams (413).",
            (429, _) => "Teams throttles the bot (429).",
            _ => $"Teams answered {status} ({Shown(code)}).",
        };
        var isRetryable = code != ServiceError && (status == 412 || VendorCall.IsRetryable(status));
        return new VendorException(TeamsBotApi.System, code is NotInRoster or BlockedByUser or Blocked or DisabledByAdmin or NoConversation or NoActivity ? code : $"{status}", message, isRetryable, VendorCall.RetryAfter(response, time))
        {
            RequestId = response.Headers.TryGetValues("X-Correlating-OperationId", out var ids) ? OutgoingText.Clean(string.Join(',', ids), 64) : null,
        };
    }

    /// <summary>True when this person cannot be reached in Teams, whatever is tried.</summary>
    public static bool IsOfPerson(VendorException fault) => fault.Code is NotInRoster or BlockedByUser or Blocked or DisabledByAdmin;

    /// <summary>True when the conversation or the message is there no more.</summary>
    public static bool IsGone(VendorException fault) => fault.Code is NoConversation or NoActivity;

    // The connector's own shape, or that of the service behind it, which is JSON in a text.
    private static string CodeOf(byte[] body)
    {
        try
        {
            var answer = LenientJson.Parse(body, TeamsBotApi.System);
            if (answer.Member("error")?.TextOrNull("code") is { } code)
                return code;
            return answer.Text("message").Contains(Blocked, StringComparison.Ordinal) ? Blocked : "";
        }
        catch (VendorException)
        {
            return "";
        }
    }

    private static string Shown(string code) => code.Length == 0 ? "no reason given" : OutgoingText.Clean(code, 60);
}
