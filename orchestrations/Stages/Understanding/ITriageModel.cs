using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>
/// Says what a ticket is about. It only proposes (promise P2). Throws <see cref="VendorException"/> when it cannot be reached;
/// whatever it answers that is not a clean answer is an abstention.
/// </summary>
public interface ITriageModel
{
    /// <summary>Who answers, for audit and pages: <c>azure-openai:gpt-4o</c>, <c>embedded</c>.</summary>
    string Name { get; }

    /// <summary>Version of prompt and schema, or hash of the training data: what makes an answer reproducible.</summary>
    string Version { get; }

    /// <summary>True for a language model; false for the embedded classifier, which has less authority.</summary>
    bool IsLanguageModel { get; }

    /// <summary>Asks once; no retry inside.</summary>
    Task<TriageAnswer> AskAsync(TriageRequest request, CancellationToken cancellation);
}

/// <summary>What a model said, and which one it was.</summary>
/// <param name="Answer">Its answer, checked.</param>
/// <param name="Model">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsLanguageModel">True when a language model said so.</param>
/// <param name="FellBack">Why the language model was not used though one is configured; null when it was or none is.</param>
public sealed record ModelVerdict(TriageAnswer Answer, string Model, string Version, bool IsLanguageModel, string? FellBack);

/// <summary>What a model answered, validated: an intent out of the closed list, a few typed facts, a confidence; or an abstention.</summary>
/// <param name="Intent">Intent id; null when it abstained.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Abstained">Why there is no intent, one of <see cref="AbstentionReasons"/>; null when there is one.</param>
/// <param name="DeviceHint">How the ticket names a device, at most 100 characters; null when it does not.</param>
/// <param name="AppHint">How the ticket names an application or licence, at most 100 characters; null when it does not.</param>
/// <param name="IsConfirmedLost">True when the requester says that the device is gone for good; null when the ticket does not tell.</param>
/// <param name="Signs">What else it saw in the ticket; null when it said nothing of the kind.</param>
public sealed record TriageAnswer(
    string? Intent,
    double Confidence,
    string? Abstained = null,
    string? DeviceHint = null,
    string? AppHint = null,
    bool? IsConfirmedLost = null,
    TriageSigns? Signs = null)
{
    /// <summary>No intent, and why.</summary>
    public static TriageAnswer Abstain(string reason) => new(null, 0, reason);
}

/// <summary>What a model saw in a ticket beside its intent. Each can only take authority away, so a model that lies here gains nothing.</summary>
/// <param name="System">Whose password, lock or code it is about: one of <c>SystemTable.Facts</c>; null when it did not say.</param>
/// <param name="IsThirdParty">It asks for somebody else than its writer.</param>
/// <param name="IsMachine">A program wrote it.</param>
/// <param name="IsAlreadyDone">It tells of work that was done.</param>
/// <param name="IsReactivation">It asks to enable again, to restore or to keep.</param>
public sealed record TriageSigns(string? System = null, bool IsThirdParty = false, bool IsMachine = false, bool IsAlreadyDone = false, bool IsReactivation = false)
{
    /// <summary>How the requester sounds and how soon they need help, on closed scales; null when it did not say. It orders queues and nothing else.</summary>
    public TicketTone? Tone { get; init; }
}

/// <summary>What a model is asked: redacted text only.</summary>
/// <param name="CaseId">For correlation; never sent to a model.</param>
/// <param name="Title">Redacted title, at most 300 characters.</param>
/// <param name="Text">Redacted, normalised text, at most 6,000 characters.</param>
public sealed record TriageRequest(CaseId CaseId, string Title, string Text);
