using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Web.SignIn;

/// <summary>How fresh and how strong a sign-in must be, by the impact of what is decided. Section <c>SignIn:StepUp</c>.</summary>
public sealed class StepUpOptions
{
    /// <summary>Longest useful age of a sign-in; a longer one is a session anyway.</summary>
    public static readonly TimeSpan LongestAge = TimeSpan.FromHours(24);

    /// <summary>For approvals of low impact. Default none. Settings <c>SignIn:StepUp:Low:MaxAge</c> and <c>:Context</c>.</summary>
    public StepUpRule Low { get; set; } = new();

    /// <summary>For approvals of medium impact. Default none. Settings <c>SignIn:StepUp:Medium:MaxAge</c> and <c>:Context</c>.</summary>
    public StepUpRule Medium { get; set; } = new();

    /// <summary>
    /// For approvals of high impact, showing a secret, bulk runs and taking the kill switch off. Default a sign-in of the last 15 minutes.
    /// Settings <c>SignIn:StepUp:High:MaxAge</c> and <c>:Context</c>.
    /// </summary>
    public StepUpRule High { get; set; } = new() { MaxAge = TimeSpan.FromMinutes(15) };

    /// <summary>
    /// The authentication context by which a person proves who they are with a method that they still have, <c>c1</c> to <c>c25</c>. Empty = sign-ins
    /// are no proof. Needs an enabled Conditional Access policy that demands a phishing-resistant strength every time (docs/identity-proof.md).
    /// Default empty. Setting <c>SignIn:StepUp:ProofContext</c>.
    /// </summary>
    public string ProofContext { get; set; } = "";

    /// <summary>The rule for an impact; what is neither low nor medium is high.</summary>
    public StepUpRule For(Impact impact) => impact switch
    {
        Impact.Low => Low,
        Impact.Medium => Medium,
        _ => High,
    };
}

/// <summary>What a sign-in must be for a decision.</summary>
public sealed class StepUpRule
{
    /// <summary>Oldest proof of identity that counts; null or zero = any. 1 minute to 24 hours.</summary>
    public TimeSpan? MaxAge { get; set; }

    /// <summary>Authentication context that the sign-in must satisfy, <c>c1</c> to <c>c25</c>; empty = none. Needs a Conditional Access policy on it.</summary>
    public string Context { get; set; } = "";
}
