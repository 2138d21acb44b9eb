using System.Net;
using HelpDesk.Web.Routing;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>A host without routing of its own answers each route of the table as the other host does.</summary>
public sealed class WebDispatcherTests
{
    [Fact]
    public async Task Route_OfTheTable_AnswersAsOnTheOtherHost()
    {
        await using var mapped = await PagesHost.StartAsync();
        await using var dispatched = await PagesHost.StartDispatchedAsync();
        using var one = await mapped.SignedInAsync(FakeDirectory.Ada);
        using var other = await dispatched.SignedInAsync(FakeDirectory.Ada);

        foreach (var route in dispatched.Get<RouteTable>().All)
        {
            foreach (var id in new[] { Scene.Gate, Scene.HandOver, Scene.ApprovalCase, "device-lost", "none", "A%2Fb c" })
            {
                var path = route.Pattern.Replace("{id}", id, StringComparison.Ordinal).Replace("{name}", "icon.svg", StringComparison.Ordinal);
                using var expected = await one.SendAsync(new HttpMethod(route.Method), path);
                using var answer = await other.SendAsync(new HttpMethod(route.Method), path);

                $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {answer.Headers.Location}"
                    .ShouldBe($"{(int)expected.StatusCode} {expected.Content.Headers.ContentType} {expected.Headers.Location}", $"{route.Method} {path}");
            }
        }
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/approvals/gate-1", HttpStatusCode.OK)]
    [InlineData("/Approvals/gate-1/", HttpStatusCode.OK)]
    [InlineData("/operations/dead-letters", HttpStatusCode.Forbidden)]
    [InlineData("/api/health/live", HttpStatusCode.OK)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/approvals/gate-1/more", HttpStatusCode.NotFound)]
    public async Task Path_Opened_AnswersByTheTable(string path, HttpStatusCode status)
    {
        await using var host = await PagesHost.StartDispatchedAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        await client.TextAsync(path, status);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("HEAD")]
    public async Task Method_NotOfTheRoute_405WithThoseThatAre(string method)
    {
        await using var host = await PagesHost.StartDispatchedAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        foreach (var pattern in host.Get<RouteTable>().All.GroupBy(route => route.Pattern))
        {
            using var answer = await client.SendAsync(new HttpMethod(method), pattern.Key.Replace("{id}", "none", StringComparison.Ordinal));

            answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, pattern.Key);
            answer.Content.Headers.Allow.Order().ShouldBe(pattern.Select(route => route.Method).Order(), pattern.Key);
        }
    }
}
