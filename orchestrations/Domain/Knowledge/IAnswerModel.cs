namespace HelpDesk.Orchestrations.Domain.Knowledge;

/// <summary>
/// A language model that words an answer from passages. What it gives is a proposal: each step is checked against the passages before anyone
/// sees it, so a model that an attacker controls can only make the answer disappear.
/// </summary>
public interface IAnswerModel
{
    /// <summary>Name for records: deployment and version.</summary>
    string Id { get; }

    /// <summary>Asks for an answer.</summary>
    /// <exception cref="Foundation.VendorException">The model cannot be asked now, or its answer does not fit the schema.</exception>
    Task<ProposedAnswer> AnswerAsync(AnswerRequest request, CancellationToken cancellation);
}

/// <summary>What a model is asked.</summary>
/// <param name="Question">Redacted title and text of the ticket. Untrusted text.</param>
/// <param name="Language">Two letters: the language of the answer.</param>
/// <param name="Passages">What it may use, and nothing else.</param>
public sealed record AnswerRequest(string Question, string Language, IReadOnlyList<OfferedPassage> Passages);

/// <summary>A passage that is offered to a model.</summary>
/// <param name="Id">By which it is cited: <c>p1</c>, <c>p2</c>.</param>
/// <param name="Title">Title of its article. Untrusted text.</param>
/// <param name="Text">Its text. Untrusted text.</param>
public sealed record OfferedPassage(string Id, string Title, string Text);

/// <summary>What a model proposes.</summary>
/// <param name="IsAnswerable">False when the passages do not answer the question.</param>
/// <param name="Steps">The answer in steps.</param>
public sealed record ProposedAnswer(bool IsAnswerable, IReadOnlyList<ProposedStep> Steps);

/// <summary>One step of an answer.</summary>
/// <param name="Text">What to do.</param>
/// <param name="Citations">Where that is written.</param>
public sealed record ProposedStep(string Text, IReadOnlyList<ProposedCitation> Citations);

/// <summary>A citation.</summary>
/// <param name="PassageId">The passage.</param>
/// <param name="Quote">Words of it, unchanged.</param>
public sealed record ProposedCitation(string PassageId, string Quote);
