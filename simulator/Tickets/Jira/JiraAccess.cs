using System.Text;

namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>Who calls: the integration account, by Basic (mail and API token) or bearer token.</summary>
internal sealed class JiraAccess(SimulatorOptions options) : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (IsGood(request.Headers.Authorization.ToString()))
            return await next(context);
        return request.Path.Value?.Contains("/servicedeskapi/", StringComparison.Ordinal) == true
            ? JiraAnswer.DeskError(401, "You are not logged in.", "sd.not.logged.in")
            : JiraAnswer.Error(401, "You do not have the permission to see the specified issue. Client must be authenticated to access this resource.");
    }

    private bool IsGood(string header)
    {
        if (header == $"Bearer {options.ClientSecret}")
            return true;
        const string Basic = "Basic ";
        if (!header.StartsWith(Basic, StringComparison.Ordinal))
            return false;
        var bytes = new byte[header.Length];
        return Convert.TryFromBase64String(header[Basic.Length..], bytes, out var written)
            && Encoding.UTF8.GetString(bytes, 0, written) == $"{SimulatedIntegration.Mail}:{options.ClientSecret}";
    }
}
