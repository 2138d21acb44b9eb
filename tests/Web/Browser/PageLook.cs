using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace HelpDesk.Web.Tests.Browser;

/// <summary>
/// Looks at an open page at two widths and in two schemes: axe violations, sideways scrolling and what sticks out of its panel. The schemes change colours only, so in
/// the dark one only the rules about colours are asked again.
/// </summary>
public static class PageLook
{
    private const string RunAll = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | '))";
    private const string RunColours = "async () => (await axe.run(document, { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] })).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | '))";
    private const string Overflow = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private const string Panels = "() => [...document.querySelectorAll('.panel')].filter(panel => panel.scrollWidth > panel.clientWidth + 1).map(panel => panel.querySelector('h2')?.textContent ?? '?')";

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("HELPDESK_PICTURES");
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the page; empty when it is clean.</summary>
    /// <param name="page">The page, open and not moving.</param>
    /// <param name="name">Name for the faults and, with <c>HELPDESK_PICTURES</c>, for the pictures.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string name)
    {
        var faults = new List<string>();
        await page.EvaluateAsync(Axe);
        foreach (var width in new[] { 1280, 390 })
        {
            await page.SetViewportSizeAsync(width, 860);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var violations = await page.EvaluateAsync<string[]>(scheme == ColorScheme.Light ? RunAll : RunColours);
                faults.AddRange(violations.Select(violation => $"{name}, {width}, {scheme}: {violation}"));
                if (scheme == ColorScheme.Light && await page.EvaluateAsync<int>(Overflow) > 0)
                    faults.Add($"{name}, {width}: scrolls sideways");
                if (scheme == ColorScheme.Light)
                    faults.AddRange((await page.EvaluateAsync<string[]>(Panels)).Select(panel => $"{name}, {width}: '{panel}' sticks out of its panel"));
                if (Pictures is not null)
                    await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Pictures, $"{name}-{width}-{scheme}.png") });
            }
        }

        return faults;
    }
}
