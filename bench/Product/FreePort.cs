using System.Net;
using System.Net.Sockets;

namespace HelpDesk.Bench.Product;

/// <summary>Addresses on this machine that nobody listens on.</summary>
internal static class FreePort
{
    public static Uri Url()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndPoint!).Port}");
    }
}
