using Watchkeeper.Channels.Http;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>A program of the people who are told in the chat room's place.</summary>
internal sealed class Standby(World world)
{
    public const string Address = "https://standby.shop.example/hook";

    /// <summary>A message comes, and the program answers.</summary>
    public HttpAnswer Post(HttpCall call, Channel channel, Message message, string key)
    {
        if (call.Url != Address)
            return new HttpAnswer(404, "", world.Agenda.Now);
        world.Channels.Take(channel, message, key);
        return new HttpAnswer(204, "", world.Agenda.Now);
    }
}
