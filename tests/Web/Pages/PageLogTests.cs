using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>Whoever opens pages or spoils a request writes no warning: those are for what an operator has to see.</summary>
public sealed class PageLogTests
{
    private readonly KeptLog _log = new();

    [Fact]
    public async Task Pages_Opened_WriteNoWarning()
    {
        await using var host = await StartAsync();
        using var ada = await host.SignedInAsync(FakeDirectory.Otto);
        using var nobody = await host.SignedInAsync(null);

        foreach (var route in host.Get<RouteTable>().All.Where(route => route.Method == "GET"))
        {
            foreach (var id in new[] { Scene.Gate, Scene.ApprovalCase, "none" })
            {
                using var one = await ada.GetAsync(route.Pattern.Replace("{id}", id, StringComparison.Ordinal));
                using var two = await nobody.GetAsync(route.Pattern.Replace("{id}", id, StringComparison.Ordinal));
            }
        }

        Warnings().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("helpdesk-form", "made up")]
    [InlineData("helpdesk-form", "CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("helpdesk-person", "made up")]
    public async Task Cookie_OfAnotherInstallation_WritesNoWarning(string name, string value)
    {
        await using var host = await StartAsync();
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Address };

        foreach (var path in new[] { "/sign-in", "/cases" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Cookie", $"{name}={value}");
            using var response = await http.SendAsync(request);
            ((int)response.StatusCode).ShouldBeLessThan(500);
        }

        Warnings().ShouldBeEmpty();
    }

    [Fact]
    public async Task Form_WithoutItsToken_WritesNoWarning()
    {
        await using var host = await StartAsync();
        using var ada = await host.SignedInAsync(FakeDirectory.Ada);

        using var response = await ada.PostWithoutTokenAsync("/sign-out", ("form-token", "made up"));

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        Warnings().ShouldBeEmpty();
    }

    // The look at the approver groups after the start is no page's, and ends at a moment of its own.
    private IEnumerable<string> Warnings() => _log.Lines.Where(line => line.Level >= LogLevel.Warning && !line.Text.StartsWith("Approvals can fail: ", StringComparison.Ordinal)).Select(line => line.Text);

    private async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync(change: services => services.AddSingleton<ILoggerProvider>(_log));
        _log.Clear();
        return host;
    }
}
