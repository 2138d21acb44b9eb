using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Questions;

/// <summary>A question that a requester is asked about their ticket, as it is signed when it is asked.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">The how-manieth question of the case, from 1.</param>
/// <param name="Kind">Which question (<see cref="Domain.Policy.Questions.QuestionKinds"/>).</param>
/// <param name="Language">Two-letter language in which it is asked.</param>
/// <param name="Options">What can be chosen; empty where only a free text answers it.</param>
/// <param name="AskedAt">UTC.</param>
/// <param name="RemindAt">When the one reminder goes out, UTC; null = never.</param>
/// <param name="ExpiresAt">When a person gets the ticket instead, UTC.</param>
public sealed record CaseQuestion(
    CaseId CaseId, int Number, string Kind, string Language, IReadOnlyList<QuestionOption> Options, DateTimeOffset AskedAt, DateTimeOffset? RemindAt, DateTimeOffset ExpiresAt)
{
    /// <summary>The question in the words of the person who asks it; null for one of ours.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Words { get; init; }

    /// <summary>Object id of the person who asks it; null for one of ours.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PersonId? AskedBy { get; init; }

    /// <summary>True for the question of an approver: the case waits for their decision, not for the answer.</summary>
    [JsonIgnore]
    public bool IsOfApprover => Words is not null;
    /// <summary>The answer from knowledge that is given with it, in the context store; null when it is a question only.</summary>
    public ContextReference? Answer { get; init; }

    /// <summary>Titles and links of the articles of that answer, for whoever takes over; null with <see cref="Answer"/>.</summary>
    public string? About { get; init; }
}

/// <summary>One possible answer.</summary>
/// <param name="Id">What it stands for: an id of the directory or of our own files, or <see cref="None"/>.</param>
/// <param name="Text">As the person reads it. Untrusted text.</param>
/// <param name="Words">Further words by which people mean it, separated by spaces; null = none.</param>
public sealed record QuestionOption(string Id, string Text, string? Words = null)
{
    /// <summary>The id of "none of these".</summary>
    public const string None = "none";
}

/// <summary>How a question ended.</summary>
/// <param name="State">Answered, not answered, or withdrawn.</param>
/// <param name="OptionId">The option that was chosen; null when none was.</param>
/// <param name="Text">The answer in the person's own words, redacted; null when an option was chosen.</param>
/// <param name="By">Who answered: <c>requester</c>, <c>link</c> or <c>person:objectId</c>; <c>helpdesk</c> when no one did.</param>
/// <param name="Channel">The channel on which it was answered: <c>ticket</c>, <c>page</c>.</param>
/// <param name="At">UTC.</param>
/// <param name="CommentId">The ticket comment that is the answer; null when it was given elsewhere.</param>
public sealed record QuestionEnd(QuestionState State, string? OptionId, string? Text, string By, string Channel, DateTimeOffset At, string? CommentId = null);

/// <summary>The state of a question.</summary>
public enum QuestionState
{
    /// <summary>It waits for an answer.</summary>
    Open,

    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>No one answered in time.</summary>
    Unanswered,

    /// <summary>It no longer matters: a person was asked for, or the ticket changed.</summary>
    Withdrawn,
}

/// <summary>A question with how it ended, both as their signed entries say.</summary>
/// <param name="Question">The question.</param>
/// <param name="End">How it ended; null while it waits.</param>
public sealed record AskedQuestion(CaseQuestion Question, QuestionEnd? End)
{
    /// <summary>Its state.</summary>
    public QuestionState State => End?.State ?? QuestionState.Open;

    /// <summary>The answer as people read it: the option's text or the person's words; null when there is none.</summary>
    public string? AnswerText => End is { State: QuestionState.Answered } end
        ? end.Text ?? Question.Options.FirstOrDefault(option => option.Id == end.OptionId)?.Text
        : null;
}
