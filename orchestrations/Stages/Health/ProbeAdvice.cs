using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Health;

/// <summary>
/// What to change when something does not work, as sentences of our own: what a vendor answers may have been written by an attacker
/// and is never shown to everybody.
/// </summary>
/// <param name="Access">When it refuses us: names the credential's setting and the permission or role.</param>
/// <param name="Reach">When it does not answer: names the address's setting.</param>
/// <param name="Busy">When it throttles or fails by itself.</param>
public sealed record ProbeAdvice(string Access, string Reach, string Busy)
{
    /// <summary>The sentence for a fault.</summary>
    public string For(VendorException fault) => fault.Code switch
    {
        "unreachable" or "timeout" => Reach,
        // Also where the caller may repeat it: a role may be given meanwhile.
        "authentication" or "no-token" or "401" or "403" or "404" or "410" => Access,
        _ => fault.IsRetryable ? Busy : Access,
    };
}
