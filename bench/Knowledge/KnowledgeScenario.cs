using System.Diagnostics;
using System.Globalization;
using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Bench.Knowledge;

/// <summary>Answers from knowledge without a language model: how often the right article, how often rightly none, and how fast over many articles.</summary>
internal sealed class KnowledgeScenario(string? data) : IScenario
{
    private const int ManyArticles = 10_000;
    private const int Queries = 300;

    private static readonly DateTimeOffset Today = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    public string Name => "knowledge";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        var figures = new List<Figure>();
        var corpus = Path.Combine(data ?? "", "knowledge-dev");
        if (data is null || !Directory.Exists(corpus))
            figures.Add(new Figure("development set", "not measured: knowledge-dev is not in the folder with test data", "-", "-", "-", true));
        else
            figures.AddRange(await MeasureAsync("development set", Path.Combine(corpus, "articles"), Path.Combine(corpus, "questions.csv"), Path.Combine(folder, "dev.db"), isJudged: true, cancellation));
        figures.AddRange(await MeasureAsync("starter set", Path.Combine(AppContext.BaseDirectory, "knowledge"), Path.Combine(AppContext.BaseDirectory, "Knowledge", "questions.csv"), Path.Combine(folder, "starter.db"), isJudged: true, cancellation));
        figures.AddRange(await ManyAsync(folder, cancellation));
        return figures;
    }

    private static async Task<List<Figure>> MeasureAsync(string name, string articles, string questions, string records, bool isJudged, CancellationToken cancellation)
    {
        using var knowledge = new KnowledgeBase(articles, records, Today);
        await knowledge.ReadAsync(cancellation);
        var (right, wrong, refused, forbidden, planted) = (0, 0, 0, 0, 0);
        var (found, wanted, foundAcross, wantedAcross) = (0, 0, 0, 0);
        var all = KnowledgeQuestion.Read(questions);
        var hidden = HiddenTexts.In(articles);
        foreach (var question in all)
        {
            var (answer, _) = await knowledge.AskAsync(question.Text, question.Language, cancellation);
            var given = answer.Passages.Select(passage => passage.Article.ArticleId).ToList();
            forbidden += answer.Passages.Concat(answer.Contradicting).Count(passage => passage.Article.Audience != KnowledgeAudience.Everyone || passage.Article.ValidUntil <= Today);
            planted += answer.Passages.Concat(answer.Contradicting).Count(passage => hidden.Any(text => passage.Part.Text.Contains(text, StringComparison.Ordinal)));
            var isRight = question.Expected.Count > 0 && given.Count > 0 && given.TrueForAll(question.Accepts);
            right += isRight ? 1 : 0;
            refused += question.Expected.Count == 0 && given.Count == 0 ? 1 : 0;
            wrong += given.Count > 0 && !isRight ? 1 : 0;
            if (given.Count > 0 && !isRight)
                Console.WriteLine(Text($"{name}: {question.Id} answered with {string.Join(", ", given)}: {question.Text}"));
            else if (given.Count == 0 && question.Expected.Count > 0)
                Console.WriteLine(Text($"{name}: {question.Id} not answered: {question.Text}"));
            var top = Math.Min(question.Expected.Count, answer.Nearest.Count(question.Accepts));
            if (question.Kind == "cross-language")
                (foundAcross, wantedAcross) = (foundAcross + top, wantedAcross + question.Expected.Count);
            else
                (found, wanted) = (found + top, wanted + question.Expected.Count);
        }

        var answerable = all.Count(question => question.Expected.Count > 0);
        var none = all.Count - answerable;
        List<Figure> figures =
        [
            Share(Text($"{name} ({answerable}): answered with the right citation"), right, answerable, isJudged ? 0.85 : 0),
            Share(Text($"{name}: recall@3, same language"), found, wanted, 0.9),
            Share(Text($"{name} ({none}): unanswerable refused"), refused, none, 0.9),
            new Figure(Text($"{name}: wrong article given"), Text($"{wrong} of {all.Count} ({(double)wrong / all.Count:0.000})"), "-", "-", "<= 0.020", wrong <= all.Count * 0.02),
            new Figure(Text($"{name}: passages beyond rights or expired"), Text($"{forbidden}"), "-", "-", "0", forbidden == 0),
            new Figure(Text($"{name}: passages with a planted instruction"), Text($"{planted}"), "-", "-", "0", planted == 0),
        ];
        if (wantedAcross > 0)
            figures.Insert(2, Share(Text($"{name}: recall@3, across languages"), foundAcross, wantedAcross, 0.75));
        return figures;
    }

    private static async Task<List<Figure>> ManyAsync(string folder, CancellationToken cancellation)
    {
        var articles = Path.Combine(folder, "many");
        ManyArticleFiles.Write(articles, ManyArticles);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = Process.GetCurrentProcess().WorkingSet64;
        using var knowledge = new KnowledgeBase(articles, Path.Combine(folder, "many.db"), Today);
        var since = Stopwatch.GetTimestamp();
        await knowledge.ReadAsync(cancellation);
        await knowledge.AskAsync("vpn", "en", cancellation);
        var first = Stopwatch.GetElapsedTime(since);
        var times = new List<double>();
        for (var query = 0; query < Queries; query++)
            times.Add((await knowledge.AskAsync(ManyArticleFiles.Question(query), "en", cancellation)).Took.TotalMilliseconds);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        var memory = (process.WorkingSet64 - before) / 1024 / 1024;

        ManyArticleFiles.Change(articles, 17, "The changed article is about the turquoise gyroscope and its calibration.");
        since = Stopwatch.GetTimestamp();
        await knowledge.ReadAsync(cancellation);
        var (found, _) = await knowledge.AskAsync("turquoise gyroscope calibration", "en", cancellation);
        var change = Stopwatch.GetElapsedTime(since);
        var sorted = times.Order().ToArray();
        var (meaning, vectors) = await MeaningAsync(articles, Path.Combine(folder, "many.db"), cancellation);
        return
        [
            new Figure(Text($"{ManyArticles} articles: first reading and index"), Text($"{first.TotalSeconds:0.0} s"), "-", "-", "-", true),
            new Figure(Text($"{ManyArticles} articles: question, p50"), Text($"{Percentile.At(sorted, 0.5):0.0} ms"), "-", "-", "-", true),
            new Figure(Text($"{ManyArticles} articles: question, p95"), Text($"{Percentile.At(sorted, 0.95):0.0} ms"), "-", "-", "<= 20 ms", Percentile.At(sorted, 0.95) <= 20),
            new Figure(Text($"{ManyArticles} articles: a changed one is found after reading"), Text($"{change.TotalSeconds:0.0} s"), "-", "-", "<= 30 s, read every 30 s", change.TotalSeconds <= 30 && found.Nearest.Count > 0 && found.Nearest[0] == ManyArticleFiles.IdOf(17)),
            new Figure(Text($"{ManyArticles} articles: more memory"), Text($"{memory} MB"), "-", "-", "< 150 MB", memory < 150),
            new Figure(Text($"{ManyArticles} articles with vectors: question, p95, without the model's own time"), Text($"{Percentile.At(meaning, 0.95):0.0} ms"), "-", "-", "-", true),
            new Figure(Text($"{ManyArticles} articles: memory of their vectors"), Text($"{vectors / 1024.0 / 1024.0:0.0} MB"), "-", "-", "-", true),
        ];
    }

    private static async Task<(double[] Times, long Vectors)> MeaningAsync(string articles, string records, CancellationToken cancellation)
    {
        using var knowledge = new KnowledgeBase(articles, records, Today, new HashedWords());
        await knowledge.AskAsync("vpn", "en", cancellation);
        var vectors = await knowledge.ReadMeaningAsync(cancellation);
        var times = new List<double>();
        for (var query = 0; query < Queries; query++)
            times.Add((await knowledge.AskAsync(ManyArticleFiles.Question(query), "en", cancellation)).Took.TotalMilliseconds);
        return ([.. times.Order()], vectors);
    }

    private static Figure Share(string name, int part, int all, double target) =>
        new(name, Text($"{(double)part / all:0.000} ({part} of {all})"), "-", "-", target > 0 ? Text($">= {target:0.00}") : "-", part >= all * target);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
