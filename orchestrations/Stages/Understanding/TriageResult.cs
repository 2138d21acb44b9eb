using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>What triage ended with, small enough for a history.</summary>
/// <param name="Facts">What plan and policy weigh.</param>
/// <param name="Model">Which model said so.</param>
/// <param name="ModelVersion">Its version.</param>
/// <param name="Abstained">Why there is no intent, one of <see cref="AbstentionReasons"/>; null when there is one.</param>
/// <param name="FellBack">Why the language model was not used though one is configured (its fault code); null when it was or none is.</param>
/// <param name="Language">Two-letter language in which the requester is answered.</param>
/// <param name="Traits">What the text itself shows, from <see cref="TicketTraits"/>: machine text, already done, third party, several requests.</param>
public sealed record TriageResult(
    TriageFacts Facts,
    string Model,
    string ModelVersion,
    string? Abstained,
    string? FellBack,
    string Language,
    IReadOnlyList<string> Traits);
