using System.Globalization;

namespace HelpDesk.Bench.Language;

/// <summary>How often the language of a text is told rightly, by the word lists, by the library and by both as the product combines them, and what it costs.</summary>
internal sealed class LanguageScenario(string? data) : IScenario
{
    private const double MostFirstSeconds = 3;

    // What the budget of 400 MB leaves beside the working set of the product.
    private const double MostMemory = 100;

    public string Name => "language";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        if (data is null)
            Console.WriteLine("Only the texts of triage/ and our own: there is no shared/data beside the repository, and no --data.");

        var texts = LanguageTexts.Read(data);
        var before = await LanguageRun.StartAsync(Candidates.WordLists, data, cancellation);
        List<Figure> figures = [.. Figures(Candidates.WordLists, texts, before, before)];
        foreach (var candidate in Candidates.All.Keys.Where(static name => name != Candidates.WordLists))
            figures.AddRange(Figures(candidate, texts, await LanguageRun.StartAsync(candidate, data, cancellation), before));
        return figures;
    }

    private static IEnumerable<Figure> Figures(string candidate, IReadOnlyList<LanguageText> texts, LanguageResult result, LanguageResult before)
    {
        var isProduct = candidate == Candidates.Product;
        foreach (var set in texts.Select(static text => text.Set).Distinct(StringComparer.Ordinal))
        {
            yield return Share(set, text => text.Set == set);
            if (texts.Any(text => text.Set == set && text.IsShort))
                yield return Share($"{set}, at most 30 characters", text => text.Set == set && text.IsShort);
            Console.WriteLine(Text($"{candidate}: {set}: {string.Join(", ", texts.Where(text => text.Set == set).GroupBy(text => text.Language, StringComparer.Ordinal).Select(group => $"{group.Key} {Right(result, text => text.Set == set && text.Language == group.Key)} of {group.Count()}"))}"));
        }

        var memory = result.WorkingSet - before.WorkingSet;
        yield return new Figure($"{candidate}: first answer", Text($"{result.FirstSeconds:0.00} s"), "-", "-", isProduct ? Text($"< {MostFirstSeconds:0} s") : "-", !isProduct || result.FirstSeconds < MostFirstSeconds);
        yield return new Figure($"{candidate}: one answer, mean", Text($"{result.Microseconds:0} us"), "-", "-", "-", true);
        yield return new Figure($"{candidate}: working set", Text($"{result.WorkingSet:0} MB"), Text($"{before.WorkingSet:0} MB"), "-", isProduct ? Text($"at most {MostMemory:0} MB more") : "-", !isProduct || memory <= MostMemory);

        Figure Share(string what, Func<LanguageText, bool> isOne)
        {
            var (right, count, rightBefore) = (Right(result, isOne), texts.Count(isOne), Right(before, isOne));
            return new Figure($"{candidate}: {what}", Text($"{right} of {count}"), Text($"{rightBefore} of {count}"), "-", isProduct ? "at least the word lists'" : "-", !isProduct || right >= rightBefore);
        }

        int Right(LanguageResult of, Func<LanguageText, bool> isOne) => texts.Zip(of.Answers).Count(pair => isOne(pair.First) && pair.First.IsRight(pair.Second));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
