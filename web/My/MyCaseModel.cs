using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Web.My;

/// <summary>What a requester's own page of a case shows.</summary>
/// <param name="Id">The case.</param>
/// <param name="Language">Two-letter language.</param>
/// <param name="Token">The token of the link; empty for who is signed in.</param>
/// <param name="Record">The case; null while it waits to be opened.</param>
public sealed record MyCaseModel(string Id, string Language, string Token, CaseRecord? Record)
{
    /// <summary>True for the requester: their own sign-in or link. Everybody else sees the state only.</summary>
    public bool IsTheirs { get; init; }

    /// <summary>True when the viewer may open the case itself.</summary>
    public bool SeesCase { get; init; }

    /// <summary>The question that waits; null when there is none.</summary>
    public CaseQuestion? Question { get; init; }

    /// <summary>Who must decide, by the group's title; null when no one must.</summary>
    public string? Decides { get; init; }

    /// <summary>Until when, in words; null when no one must decide.</summary>
    public string? DecidesBy { get; init; }

    /// <summary>Until when the question waits, in words.</summary>
    public string? AnswerBy { get; init; }

    /// <summary>Where the person proves who they are; null when nothing waits for that.</summary>
    public Uri? Proof { get; init; }

    /// <summary>Whether it helped, as far as the person said; null when no one asks.</summary>
    public Feedback? Feedback { get; init; }

    /// <summary>True while it is still checked whether it worked.</summary>
    public bool IsChecked => Record?.State == CaseState.CheckingOutcome;

    /// <summary>What was said, oldest first.</summary>
    public IReadOnlyList<MySaying> Said { get; init; } = [];

    /// <summary>True when a person was asked for.</summary>
    public bool PersonAsked { get; init; }

    /// <summary>Where "this was not me" is said; null when it was said already, and for who has no part in it.</summary>
    public Uri? NotMe { get; init; }

    /// <summary>What became of what the person just did; null when they did nothing.</summary>
    public string? Note { get; init; }

    /// <summary>When the ticket was accepted, in words; null while it waits to be opened.</summary>
    public string? Since { get; init; }
}

/// <summary>One thing that was said, as the page shows it.</summary>
/// <param name="IsTheirs">True when the requester said it.</param>
/// <param name="At">When, in words.</param>
/// <param name="Text">The text. Untrusted where a person wrote it.</param>
public sealed record MySaying(bool IsTheirs, string At, string Text);
