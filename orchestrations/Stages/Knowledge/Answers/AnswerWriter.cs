using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Answers;

/// <summary>
/// Words an answer from passages. Where a language model is set up, in its words, each checked against the passages; otherwise, or when the check
/// fails for want of the model, the passages themselves. A model that says the passages do not answer is believed: then there is no answer. Passages that only
/// mean something like the question are an answer in the model's words or none.
/// </summary>
public sealed class AnswerWriter(IEnumerable<IAnswerModel> models, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<AnswerWriter> log)
{
    /// <summary>The answer; null when there is none after all.</summary>
    public async Task<KnowledgeAnswer?> WriteAsync(string question, string language, FoundKnowledge found, CancellationToken cancellation)
    {
        var isByWords = found.Passages.Count > 0;
        if (models.FirstOrDefault() is { } model && (isByWords || found.Near.Count > 0))
        {
            var passages = isByWords ? found.Passages : found.Near;
            var offered = passages.Select(static (passage, at) => new OfferedPassage(IdOf(at), passage.Article.Title, passage.Part.Text)).ToList();
            try
            {
                var proposed = await model.AnswerAsync(new AnswerRequest(question, language, offered), cancellation);
                var cited = proposed.Steps.SelectMany(static step => step.Citations).Select(static citation => citation.PassageId).ToHashSet(StringComparer.Ordinal);
                // Of near passages, those that the answer does not rest on are no sources of it.
                var used = isByWords ? found : found with { Passages = [.. passages.Where((_, at) => cited.Contains(IdOf(at)))] };
                var languages = used.Passages.Select(static passage => passage.Article.Language).Distinct(StringComparer.Ordinal).ToList();
                if (AnswerCheck.Fault(proposed, offered, language, languages.Count == 1 ? languages[0] : null) is not { } why)
                    return Answer(Worded(proposed, used, language), model.Id, used, language) with { Offered = [.. passages.Except(used.Passages).Select(Given)] };
                log.AnswerRefused(model.Id, why);
                return null;
            }
            catch (VendorException fault)
            {
                log.ModelAway(model.Id, fault.Code);
            }
        }

        return isByWords ? Answer(Extract(found, language), KnowledgeAnswer.Extract, found, language) : null;
    }

    private KnowledgeAnswer Answer(string body, string writtenBy, FoundKnowledge found, string language) =>
        new(language, $"{body}\n\n{Notes(found, language)}".Trim(), [.. found.Passages.Concat(found.Contradicting).Select(Given)], writtenBy)
        {
            Contradicts = [.. found.Contradicting.Select(static passage => passage.Article.ArticleId)],
        };

    private static string IdOf(int place) => string.Create(CultureInfo.InvariantCulture, $"p{place + 1}");

    private static string Extract(FoundKnowledge found, string language)
    {
        var text = new StringBuilder();
        foreach (var passage in found.Passages)
        {
            var (part, goesOn) = PassageText.Of(passage.Part.Text);
            text.Append(AnswerTexts.Opening(passage.Article, language, passage == found.Passages[0])).Append("\n\n").Append(part);
            if (goesOn)
                text.Append('\n').Append(AnswerTexts.GoesOnIn(language));
            text.Append("\n\n").Append(AnswerTexts.Whole(passage.Article, language)).Append("\n\n");
        }

        return text.ToString().Trim();
    }

    private static string Worded(ProposedAnswer answer, FoundKnowledge found, string language)
    {
        var text = new StringBuilder();
        for (var at = 0; at < answer.Steps.Count; at++)
            text.Append(CultureInfo.InvariantCulture, $"{at + 1}. {answer.Steps[at].Text.Trim()}\n");
        text.Append('\n').Append(AnswerTexts.SourcesIn(language)).Append('\n');
        foreach (var passage in found.Passages)
            text.Append(CultureInfo.InvariantCulture, $"- {passage.Article.Title}: {passage.Article.Link}\n");
        return text.ToString().Trim();
    }

    private string Notes(FoundKnowledge found, string language)
    {
        var notes = new List<string>();
        notes.AddRange(found.Passages.Select(passage => AnswerTexts.In(passage.Article.Language, language)).OfType<string>().Distinct(StringComparer.Ordinal));
        notes.AddRange(found.Contradicting.Select(other => AnswerTexts.Contradicted(found.Passages[0].Article, other.Article, language)));
        notes.AddRange(found.Passages.Where(passage => passage.Article.ValidUntil is { } until && until - time.GetUtcNow() < options.Value.ExpiresSoon).Select(passage => AnswerTexts.Until(passage.Article.ValidUntil!.Value, language)));
        if (found.Passages.Any(passage => passage.Article.IsStarter))
            notes.Add(AnswerTexts.StarterIn(language));
        return string.Join('\n', notes);
    }

    private static GivenPassage Given(FoundPassage passage) => new(
        passage.ArticleKey, passage.Article.SourceId, passage.Article.ArticleId, passage.Article.Version, passage.Part.Number, passage.Article.Title, passage.Article.Link, passage.Part.Text,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(passage.Part.Text))));
}
