namespace HelpDesk.Simulator.Pages.Layout;

/// <summary>Takes forms from the simulator's own pages only: another site open in the same browser must not file tickets or switch faults.</summary>
internal sealed class SameOriginFilter : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsOwn(context.HttpContext.Request)
            ? await next(context)
            : Page.Refused("Only the simulator's own pages can send this form.", "/", StatusCodes.Status403Forbidden);

    // One of the two headers must be there, and neither may say otherwise.
    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return (site.Length > 0 || origin.Length > 0)
            && (site.Length == 0 || site == "same-origin")
            && (origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
