using System.Net;
using System.Text.RegularExpressions;

namespace HelpDesk.Bench.Product;

/// <summary>Somebody at a browser: signs in, opens pages and sends their forms with what these hold.</summary>
internal sealed partial class PageVisitor : IDisposable
{
    private readonly HttpClient _browser;

    private PageVisitor(Uri product) => _browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = product };

    /// <summary>Signs in as a person of the simulated organisation.</summary>
    public static async Task<PageVisitor> SignInAsync(Uri product, string personId, string address, CancellationToken cancellation)
    {
        var visitor = new PageVisitor(product);
        await visitor.PressAsync($"/sign-in?q={Uri.EscapeDataString(address)}", "/sign-in", cancellation, ("person", personId));
        return visitor;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public static PageVisitor Nobody(Uri product) => new(product);

    /// <summary>Opens a page; null when it is not for this person.</summary>
    public async Task<string?> TryOpenAsync(string path, CancellationToken cancellation)
    {
        using var answer = await _browser.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancellation) : null;
    }

    /// <summary>Opens a page.</summary>
    public Task<string> OpenAsync(string path, CancellationToken cancellation) => _browser.GetStringAsync(new Uri(path, UriKind.Relative), cancellation);

    /// <summary>Opens a page and sends its form.</summary>
    /// <returns>The path of the page that it led to.</returns>
    /// <exception cref="InvalidOperationException">The answer was no page.</exception>
    public async Task<string> PressAsync(string page, string target, CancellationToken cancellation, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(page, target, fields, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{target} was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    /// <summary>Opens a page, sends its form and reads the answer, whatever it is.</summary>
    public async Task<string> SendAsync(string page, string target, CancellationToken cancellation, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(page, target, fields, cancellation);
        return await answer.Content.ReadAsStringAsync(cancellation);
    }

    /// <summary>Opens a page again and again until something is on it.</summary>
    public async Task<Match> UntilShownAsync(string path, Regex wanted, CancellationToken cancellation)
    {
        while (true)
        {
            if (wanted.Match(await OpenAsync(path, cancellation)) is { Success: true } found)
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellation);
        }
    }

    public void Dispose() => _browser.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string page, string target, (string Name, string Value)[] fields, CancellationToken cancellation)
    {
        var shown = await OpenAsync(page, cancellation);
        var form = Hidden().Matches(shown).DistinctBy(field => field.Groups["name"].Value, StringComparer.Ordinal)
            .ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value), StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            form[name] = value;
        using var content = new FormUrlEncodedContent(form);
        return await _browser.PostAsync(new Uri(target, UriKind.Relative), content, cancellation);
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"\s*/?>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Hidden();
}
