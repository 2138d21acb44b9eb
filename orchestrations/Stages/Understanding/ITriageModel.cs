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
