using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>What <see cref="CaseOverview"/> knows of one case. Short names, because some hundred lines are written together.</summary>
/// <param name="OpenedAt">When its webhook was accepted, UTC.</param>
/// <param name="UpdatedAt">When it last changed in a way that shows here, UTC.</param>
/// <param name="ClosedAt">When it came to rest, UTC.</param>
/// <param name="State">Its state.</param>
/// <param name="Path">Which way it took.</param>
/// <param name="IsVerified">True when every executed step was read back.</param>
/// <param name="HasFailedStep">True when a step failed or its effect did not show.</param>
/// <param name="OpenApprovalId">The approval that is open.</param>
/// <param name="OpenHandOverId">The hand-over that is open.</param>
public sealed record CaseOverviewLine(
    [property: JsonPropertyName("o")] DateTimeOffset OpenedAt,
    [property: JsonPropertyName("u")] DateTimeOffset UpdatedAt,
    [property: JsonPropertyName("c")] DateTimeOffset? ClosedAt,
    [property: JsonPropertyName("s")] CaseState State,
    [property: JsonPropertyName("p")] CasePath Path,
    [property: JsonPropertyName("v")] bool IsVerified,
    [property: JsonPropertyName("f")] bool HasFailedStep,
    [property: JsonPropertyName("g")] string? OpenApprovalId,
    [property: JsonPropertyName("h")] string? OpenHandOverId)
{
    /// <summary>How many questions the requester was asked.</summary>
    [JsonPropertyName("q")]
    public int Questions { get; init; }

    /// <summary>How many of them were answered.</summary>
    [JsonPropertyName("a")]
    public int Answers { get; init; }

    /// <summary>True when its requester is angry or cannot wait.</summary>
    [JsonPropertyName("t")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsPressing { get; init; }

    /// <summary>What became of the drafted answer; null = nothing yet, or there was none.</summary>
    [JsonPropertyName("d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DraftUse? Draft { get; init; }

    /// <summary>Whether the next steps were right, as the technician said; null = not said.</summary>
    [JsonPropertyName("n")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? StepsRight { get; init; }

    /// <summary>How long a person had it, from the hand-over until the ticket system showed that they closed it; null while they have it.</summary>
    [JsonPropertyName("w")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? WithPersonFor { get; init; }

    /// <summary>True when the technician used the help.</summary>
    [JsonPropertyName("m")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsHelpUsed { get; init; }

    /// <summary>True while the house works on it or waits for people.</summary>
    [JsonIgnore]
    public bool IsOpen => State is CaseState.Working or CaseState.WaitingForApproval or CaseState.WaitingForHandOver or CaseState.WaitingForMultiAdminApproval or CaseState.CheckingOutcome or CaseState.Joined or CaseState.WaitingForAnswer;

    /// <summary>The line of a case.</summary>
    public static CaseOverviewLine Of(CaseRecord record) => new(
        record.OpenedAt, record.UpdatedAt, record.ClosedAt, record.State, record.Path, record.Verified, record.Steps.Any(step => step.State == CaseStepState.Failed),
        record.OpenApprovalId, record.OpenHandOverId)
    { Questions = record.QuestionsAsked, Answers = record.QuestionsAnswered, IsPressing = record.Tone is { IsPressing: true }, Draft = record.DraftUse, StepsRight = record.AreStepsRight, WithPersonFor = record.PersonClosedAt - record.ClosedAt, IsHelpUsed = record.IsHelpUsed };

    /// <summary>True when another line of the same case says the same, whenever it was written.</summary>
    public bool SaysTheSameAs(CaseOverviewLine other) => this == other with { UpdatedAt = UpdatedAt };
}

/// <summary>A part of the board: the cases whose ids fall into it.</summary>
/// <param name="Lines">Lines by case id.</param>
internal sealed record CaseOverviewPart(IReadOnlyDictionary<string, CaseOverviewLine> Lines);
