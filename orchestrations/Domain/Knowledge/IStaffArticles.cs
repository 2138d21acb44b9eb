using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Knowledge;

/// <summary>Articles for the technician who looks into a ticket: those for every employee and those for staff, never one with rights of its own.</summary>
public interface IStaffArticles
{
    /// <summary>The articles that fit best, at most two; none when nothing fits.</summary>
    /// <param name="question">Redacted title and text of the ticket.</param>
    /// <param name="language">Two letters: the language that is preferred.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The store cannot be read.</exception>
    Task<IReadOnlyList<KnowledgeArticle>> FindAsync(string question, string language, CancellationToken cancellation);
}
