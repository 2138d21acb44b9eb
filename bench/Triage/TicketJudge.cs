using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Adapters.LanguageDetection;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Stages.Understanding.Comments;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Bench.Triage;

/// <summary>Puts labelled tickets through redaction and triage as the product does, with any model.</summary>
internal sealed class TicketJudge
{
    private readonly TicketRedactor _redactor = new(new TicketSystemCatalogue([]), NullLogger<TicketRedactor>.Instance);
    private readonly ITriageModel _model;
    private readonly Func<TriageRequest, TriageAnswer, Likelihood> _likeliest;
    private readonly TicketTriage _triage;
    private Likelihood? _last;

    /// <summary>Takes the model, and what it thinks likeliest where it can say so without answering.</summary>
    public TicketJudge(IntentCatalogue intents, PolicySet policy, ITriageModel model, Func<TriageRequest, TriageAnswer, Likelihood>? likeliest = null)
    {
        _model = model;
        _likeliest = likeliest ?? ((_, answer) => new Likelihood(answer.Intent ?? IntentCatalogue.Unknown, answer.Confidence));
        var words = new IntentWords(intents);
        _triage = new TicketTriage(
            new WriterLanguage(new LinguaDetector()), new TraitFinder(words, policy.Systems), words, new TraitRules(intents, policy.Access),
            new TriageModels([new Heard(this)], new AnswerCheck(intents), Options.Create(new TriageOptions()), TimeProvider.System, NullLogger<TriageModels>.Instance),
            new CommentReader(words));
    }

    /// <summary>Judges one ticket.</summary>
    public async Task<JudgedTicket> JudgeAsync(LabelledTicket ticket, CancellationToken cancellation)
    {
        var snapshot = _redactor.Snapshot(new Ticket(
            new TicketReference("bench", ticket.Id, ticket.Id), ticket.Title, ticket.Text, null, TicketState.Open, 1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, false, null, null, []));
        _last = null;
        var result = await _triage.OfAsync(new CaseId(ticket.Id), snapshot, cancellation);
        // The text decided alone: the model is asked all the same, for its own figure.
        if (_last is null)
            await AskAsync(new TriageRequest(new CaseId(ticket.Id), snapshot.Title, snapshot.Text), cancellation);
        return new JudgedTicket(ticket, _last ?? throw new InvalidOperationException("The model was not asked."), result);
    }

    private async Task<TriageAnswer> AskAsync(TriageRequest request, CancellationToken cancellation)
    {
        var answer = await _model.AskAsync(request, cancellation);
        _last = _likeliest(request, answer);
        return answer;
    }

    // Listens to the model while the product asks it.
    private sealed class Heard(TicketJudge judge) : ITriageModel
    {
        public string Name => judge._model.Name;

        public string Version => judge._model.Version;

        public bool IsLanguageModel => judge._model.IsLanguageModel;

        public Task<TriageAnswer> AskAsync(TriageRequest request, CancellationToken cancellation) => judge.AskAsync(request, cancellation);
    }
}
