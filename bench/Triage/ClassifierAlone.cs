using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Domain.Policy.Shares;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Bench.Triage;

/// <summary>The classifier that was trained in this run, as a model of the product.</summary>
internal sealed class ClassifierAlone(TrainedTriage trained, EmbeddedTriageOptions options, ClassShares shares) : ITriageModel
{
    public string Name => "embedded";

    public string Version => "bench";

    public bool IsLanguageModel => false;

    public Likelihood Likeliest(TriageRequest request) => trained.Rank(request.Title, request.Text, shares)[0];

    public Task<TriageAnswer> AskAsync(TriageRequest request, CancellationToken cancellation) =>
        Task.FromResult(EmbeddedAnswers.Of(trained, request.Title, request.Text, options, shares));
}
