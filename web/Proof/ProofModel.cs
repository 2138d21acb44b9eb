using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Stages.Secrets;

namespace HelpDesk.Web.Proof;

/// <summary>What a person's own page shows.</summary>
/// <param name="State">How far the case is.</param>
/// <param name="Token">The token of the link; empty for who is signed in.</param>
/// <param name="NotMe">Path of the page to say "this was not me".</param>
/// <param name="Language">Two-letter language of the person.</param>
/// <param name="Problem">Why what they sent was not taken; null when nothing was.</param>
public sealed record ProofModel(OwnPageState State, string Token, string NotMe, string Language, string? Problem = null);

/// <summary>What the page with the person's own pass shows. Lives for the one answer.</summary>
/// <param name="Outcome">The outcome with the pass.</param>
/// <param name="NotMe">Path of the page to say "this was not me".</param>
/// <param name="Language">Two-letter language of the person.</param>
/// <param name="Script">The countdown.</param>
public sealed record OwnPassModel(SecretOutcome Outcome, string NotMe, string Language, string Script)
{
    /// <summary>Never shows the pass: a record's own text would show its parts.</summary>
    public override string ToString() => "OwnPassModel";
}

/// <summary>What a manager's page shows.</summary>
/// <param name="HandOver">The hand-over.</param>
/// <param name="Ticket">What people call the ticket.</param>
/// <param name="Code">The code, in the one answer in which it is shown; else null.</param>
/// <param name="CodeUntil">Until when it can be entered, UTC; null without a code.</param>
/// <param name="OwnPage">Link to the person's own page.</param>
/// <param name="MethodMissing">True when they pressed without saying how they recognised the person.</param>
public sealed record VouchModel(HandOver HandOver, string Ticket, string? Code, DateTimeOffset? CodeUntil, Uri OwnPage, bool MethodMissing)
{
    /// <summary>Never shows the code: a record's own text would show its parts.</summary>
    public override string ToString() => $"VouchModel {HandOver.HandOverId}";
}
