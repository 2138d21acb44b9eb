using HelpDesk.Web.Routing;
using HelpDesk.Web.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace HelpDesk.Functions.Http;

/// <summary>
/// What no other function answers: an address that does not exist, or a method that it does not take. The host asks routes in the order
/// of the functions' names and takes the first that fits, whatever the others say: so this name must be the last of all.
/// </summary>
public sealed class WrongAddressFunction
{
    private static readonly (TemplateMatcher Matcher, string Method)[] Routes =
    [
        .. WebRoutes.All.Select(route => (Matcher(route.Pattern), route.Method)),
        (Matcher(WebhookRegistration.Pattern), HttpMethods.Post),
    ];

    [Function("wrong-address")]
    public static Task AnswerAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) =>
        WebPipeline.RefuseAsync(request.HttpContext, [.. Routes.Where(route => route.Matcher.TryMatch(request.Path, [])).Select(route => route.Method)]);

    private static TemplateMatcher Matcher(string pattern) => new(TemplateParser.Parse(pattern), []);
}
