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
/// fails for want of the model, the passages themselves. A model that says the passages do not answer is believed: then there is no answer.
/// </summary>
public sealed class AnswerWriter(IEnumerable<IAnswerModel> models, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<AnswerWriter> log)
{
    /// <summary>The answer; null when there is none after all.</summary>
    public async Task<KnowledgeAnswer?> WriteAsync(string question, string language, FoundKnowledge found, CancellationToken cancellation)
    {
        var given = found.Passages.Concat(found.Contradicting).Select(Given).ToList();
        var (body, writtenBy) = (Extract(found, language), KnowledgeAnswer.Extract);
        if (models.FirstOrDefault() is { } model)
        {
            var offered = found.Passages.Select((passage, at) => new OfferedPassage(string.Create(CultureInfo.InvariantCulture, $"p{at + 1}"), passage.Article.Title, passage.Part.Text)).ToList();
            try
            {
                var proposed = await model.AnswerAsync(new AnswerRequest(question, language, offered), cancellation);
                var languages = found.Passages.Select(passage => passage.Article.Language).Distinct(StringComparer.Ordinal).ToList();
                if (AnswerCheck.Fault(proposed, offered, language, languages.Count == 1 ? languages[0] : null) is { } why)
                {
                    log.AnswerRefused(model.Id, why);
                    return null;
                }

                (body, writtenBy) = (Worded(proposed, found, language), model.Id);
            }
            catch (VendorException fault)
            {
                log.ModelAway(model.Id, fault.Code);
            }
        }

        return new KnowledgeAnswer(language, $"{body}\n\n{Notes(found, language)}".Trim(), given, writtenBy) { Contradicts = [.. found.Contradicting.Select(passage => passage.Article.ArticleId)] };
    }

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
